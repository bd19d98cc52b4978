import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportDeliverable } from '@office/contracts';
import { isWithEacea } from '@office/domain';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { SessionStore } from '../../../shared/util-session/session-store';

/** Deliverables that a report tells of; a late one needs its justification. */
@Component({
  selector: 'office-due-deliverables',
  imports: [DueDate, RouterLink, StatusChip],
  templateUrl: './due-deliverables.html',
  styleUrl: './due.scss',
})
export class DueDeliverables {
  readonly #session = inject(SessionStore);
  readonly rows = input.required<readonly ReportDeliverable[]>();
  readonly projectId = input.required<string>();
  /** Whether the report still takes justifications. */
  readonly editable = input.required<boolean>();
  readonly justify = output<ReportDeliverable>();

  protected readonly isWithEacea = isWithEacea;
  protected readonly words = {
    lead: $localize`:@@reports.lead:Lead`,
    due: $localize`:@@reports.due:Due`,
    state: $localize`:@@reports.rowState:Status`,
    justification: $localize`:@@reports.justification:Justification`,
  };

  protected mayJustify({ lead }: ReportDeliverable): boolean {
    return this.editable() && this.#session.may('deliverable.justify', { leadBeneficiaryId: lead.id });
  }
}
