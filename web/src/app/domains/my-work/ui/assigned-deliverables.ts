import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeliverableRow } from '@office/contracts';
import { isWithEacea, daysBetween, plainDate } from '@office/domain';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { partWords } from '../data/part-words';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import type { DeliverableStep } from '../data/deliverable-step';

/** Planned for longer than this, a deliverable asks for nothing yet. */
const FAR_DAYS = 365;

/** What asks for work is shown; what EACEA has and what is planned for later years is folded away. */
@Component({
  selector: 'office-assigned-deliverables',
  imports: [DueDate, EmptyState, RouterLink, StatusChip],
  templateUrl: './assigned-deliverables.html',
  styleUrl: './assigned-deliverables.scss',
})
export class AssignedDeliverables {
  readonly rows = input.required<readonly (DeliverableRow & { readonly next: DeliverableStep })[]>();
  readonly projectId = input.required<string>();
  readonly #clock = inject(OfficeClock);
  protected readonly all = signal(false);
  /** Somebody of no institution has no part in any. */
  protected readonly withParts = computed(() => this.rows().some((row) => row.part !== null));
  protected readonly foldedCount = computed(() => this.rows().filter((row) => this.folded(row)).length);
  protected readonly shown = computed(() => (this.all() ? this.rows() : this.rows().filter((row) => !this.folded(row))));
  protected readonly partWords = partWords;
  protected readonly isWithEacea = isWithEacea;
  protected readonly words = {
    part: $localize`:@@assigned.part:Your part`,
    due: $localize`:@@assigned.due:Due`,
    status: $localize`:@@assigned.status:Status`,
  };

  protected link(row: DeliverableRow): unknown[] {
    return ['/p', this.projectId(), 'deliverables', row.id];
  }

  private folded(row: DeliverableRow): boolean {
    return isWithEacea(row.state) || (row.state === 'planned' && daysBetween(this.#clock.today(), plainDate(row.dueOn)) > FAR_DAYS);
  }
}
