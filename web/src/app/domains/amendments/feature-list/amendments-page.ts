import '../../../shared/page-kit';
import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { AmendmentView } from '@office/contracts';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { PlainDatePipe } from '../../../shared/util-time/date.pipes';
import type { TextQuestion } from '../feature-amendment/text-dialog';
import { AmendmentsStore } from './amendments-store';

/** All amendments with where they stand, and the versions of the agreement that they led to. */
@Component({
  selector: 'office-amendments-page',
  imports: [Card, DemoBadge, DueDate, EmptyState, ErrorState, MatButton, PageHeader, PlainDatePipe, RouterLink, Skeleton, StatusChip],
  providers: [AmendmentsStore],
  templateUrl: './amendments-page.html',
  styleUrl: './amendments-page.scss',
})
export class AmendmentsPage {
  readonly #dialogs = inject(Dialogs);
  readonly #router = inject(Router);

  readonly projectId = input.required<string>();
  protected readonly store = inject(AmendmentsStore);
  protected readonly whenLocked = $localize`:@@amendments.noneLocked:The plan stands as it was signed.`;
  protected readonly whenOpen = $localize`:@@amendments.noneOpen:The agreement is not signed yet; until then the project coordinator edits the plan itself.`;
  protected readonly words = {
    changes: $localize`:@@amendments.changes:Changes`,
    submitted: $localize`:@@amendments.submitted:Submitted`,
    answer: $localize`:@@amendments.answer:EACEA's answer`,
    effective: $localize`:@@amendments.effective:In effect from`,
  };

  protected async prepare(): Promise<void> {
    const question: TextQuestion<AmendmentView> = {
      text: { title: '', justification: '' },
      isNew: true,
      save: (text) => this.store.prepare({ ...text, changes: [] }),
    };
    const load = async () => (await import('../feature-amendment/text-dialog')).TextDialog;
    const created = await this.#dialogs.open<AmendmentView>(load, question, { width: '620px' });
    if (created) await this.#router.navigate(['/p', this.projectId(), 'amendments', created.id]);
  }
}
