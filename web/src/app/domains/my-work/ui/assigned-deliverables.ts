import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeliverableRow } from '@office/contracts';
import type { DeliverableState } from '@office/domain';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { partWords } from '../data/part-words';
import type { DeliverableStep } from '../data/deliverable-step';

const HANDED_OVER: readonly DeliverableState[] = ['submitted', 'accepted'];

/** What still asks for work comes first; what EACEA has is folded away. */
@Component({
  selector: 'office-assigned-deliverables',
  imports: [DueDate, EmptyState, RouterLink, StatusChip],
  templateUrl: './assigned-deliverables.html',
  styleUrl: './assigned-deliverables.scss',
})
export class AssignedDeliverables {
  readonly rows = input.required<readonly (DeliverableRow & { readonly next: DeliverableStep })[]>();
  readonly projectId = input.required<string>();
  protected readonly all = signal(false);
  /** Somebody of no institution has no part in any. */
  protected readonly withParts = computed(() => this.rows().some((row) => row.part !== null));
  protected readonly handedOverCount = computed(() => this.rows().filter((row) => this.handedOver(row)).length);
  protected readonly shown = computed(() => (this.all() ? this.rows() : this.rows().filter((row) => !this.handedOver(row))));
  protected readonly partWords = partWords;
  protected readonly words = {
    part: $localize`:@@assigned.part:Your part`,
    due: $localize`:@@assigned.due:Due`,
    status: $localize`:@@assigned.status:Status`,
  };

  protected link(row: DeliverableRow): unknown[] {
    return ['/p', this.projectId(), 'deliverables', row.id];
  }

  protected handedOver(row: DeliverableRow): boolean {
    return HANDED_OVER.includes(row.state);
  }
}
