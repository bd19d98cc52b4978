import { booleanAttribute, Component, input, output, signal } from '@angular/core';
import { DELIVERABLE_PARTS, DELIVERABLE_STATES, SEARCH_MAX_LENGTH, type DeliverablePart, type DeliverableState } from '@office/domain';
import { Icon } from '../../../shared/ui-icon/icon';
import { deliverableChip } from '../../../shared/ui-status-chip/status-words';
import { partWords } from '../../my-work/data/part-words';
import type { Choices } from '../data/choices';
import type { ListFilter } from '../data/list-filter';

/** Search and filters of the list; on a phone the filters wait behind a button that counts them. */
@Component({
  selector: 'office-list-filters',
  imports: [Icon],
  templateUrl: './list-filters.html',
  styleUrl: './list-filters.scss',
})
export class ListFilters {
  readonly filter = input.required<ListFilter>();
  readonly text = input.required<string>();
  readonly count = input(0);
  readonly choices = input.required<Choices>();
  readonly hasParts = input(false, { transform: booleanAttribute });
  readonly choose = output<Partial<ListFilter>>();
  readonly typed = output<string>();
  readonly asked = output<string>();

  protected readonly maxLength = SEARCH_MAX_LENGTH;
  protected readonly open = signal(false);
  protected readonly states = DELIVERABLE_STATES.map((id) => ({ id, word: deliverableChip(id).word }));
  protected readonly parts = DELIVERABLE_PARTS.map((id) => ({ id, word: partWords(id) }));

  protected chooseState(value: string): void {
    this.choose.emit({ state: DELIVERABLE_STATES.find((state): state is DeliverableState => state === value) ?? null });
  }

  protected choosePart(value: string): void {
    this.choose.emit({ part: DELIVERABLE_PARTS.find((part): part is DeliverablePart => part === value) ?? null });
  }
}
