import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeliverableRow } from '@office/contracts';
import { isWithEacea } from '@office/domain';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { partWords } from '../../my-work/data/part-words';

/** Deliverables in due order; on a phone each is a card. */
@Component({
  selector: 'office-deliverable-table',
  imports: [DemoBadge, DueDate, RouterLink, StatusChip],
  templateUrl: './deliverable-table.html',
  styleUrl: './deliverable-table.scss',
})
export class DeliverableTable {
  readonly rows = input.required<readonly DeliverableRow[]>();
  readonly projectId = input.required<string>();
  /** The next rows are on their way. */
  readonly waiting = input(false, { transform: booleanAttribute });

  /** Whether what is invented is marked row by row. */
  readonly marked = input(false);

  /** Ids of the rows that are chosen. */
  readonly chosen = input<ReadonlySet<string>>(new Set());
  readonly choose = output<{ ids: readonly string[]; chosen: boolean }>();
  protected readonly all = computed(() => this.rows().every((row) => this.chosen().has(row.id)));
  protected readonly some = computed(() => !this.all() && this.rows().some((row) => this.chosen().has(row.id)));
  protected readonly ids = computed(() => this.rows().map((row) => row.id));
  protected readonly words = {
    lead: $localize`:@@deliverables.lead:Lead`,
    part: $localize`:@@deliverables.part:Our part`,
    due: $localize`:@@deliverables.due:Due`,
    status: $localize`:@@deliverables.status:Status`,
    version: $localize`:@@deliverables.version:Version`,
  };
  protected readonly lines = computed(() =>
    this.rows().map((row) => ({
      ...row,
      link: ['/p', this.projectId(), 'deliverables', row.id],
      ourPart: row.part ? partWords(row.part) : '',
      handedOver: isWithEacea(row.state),
      chosen: this.chosen().has(row.id),
      chooseWord: $localize`:@@deliverables.choose:Select ${row.number}:number:`,
    })),
  );
}
