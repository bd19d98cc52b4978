import { Component, computed, input } from '@angular/core';
import type { Classification } from '@office/domain';
import { Icon } from '../../../shared/ui-icon/icon';
import { classWords, clauseWords, reasonWords } from '../../../shared/util-plan-changes/class-words';

/** What a change needs by the agreement, its clause, and why; inside of an amendment only the clause that it goes by. */
@Component({
  selector: 'office-class-note',
  imports: [Icon],
  template: `
    <office-icon [name]="amendment() ? 'amendment' : 'check'" />
    <div>
      <p>
        <b>{{ words() }}</b>
        @if (clause(); as words) {
          <span class="clause"> · {{ words }}</span>
        }
      </p>
      @if (why(); as words) {
        <p class="why">{{ words }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 8px;
      color: var(--ok);
      font-size: 13px;
      --icon-size: 15px;
    }

    :host(.amendment) {
      color: var(--review);
    }

    office-icon {
      margin-top: 2px;
    }

    .why,
    .clause {
      color: var(--ink-2);
    }
  `,
  host: { '[class.amendment]': 'amendment()' },
})
export class ClassNote {
  readonly of = input.required<Classification>();
  readonly inAmendment = input(false);
  protected readonly amendment = computed(() => this.of().class === 'amendment');
  protected readonly words = computed(() => {
    const { class: needed, clause } = this.of();
    if (!this.inAmendment()) return classWords(needed);
    return clause === null ? $localize`:@@change.notNeeded:Would not have needed an amendment` : clauseWords(clause);
  });
  protected readonly why = computed(() => (this.inAmendment() ? '' : reasonWords(this.of().why)));
  protected readonly clause = computed(() => {
    const { clause } = this.of();
    return clause === null || this.inAmendment() ? '' : clauseWords(clause);
  });
}
