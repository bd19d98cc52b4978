import { Component, computed, input } from '@angular/core';
import type { BoardRulesView } from '@office/contracts';
import { ruleLines } from '../data/rule-words';

/** By which rules the board decides; a round keeps those it was opened with. */
@Component({
  selector: 'office-board-rules',
  template: `
    <dl>
      @for (line of lines(); track line.label) {
        <dt>{{ line.label }}</dt>
        <dd>{{ line.words }}</dd>
      }
    </dl>
    <p class="muted" i18n="@@board.excludedRule">
      Nobody votes on what the own institution leads. “Accept” and “Minor changes” count in favour; “Major changes” and “Reject” count
      against. A verdict is sent once and stays.
    </p>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: 92px minmax(0, 1fr);
      gap: 6px 10px;
      margin: 0 0 10px;
    }

    dt {
      color: var(--ink-3);
    }

    dd {
      margin: 0;
    }
  `,
})
export class BoardRules {
  readonly rules = input.required<BoardRulesView>();
  protected readonly lines = computed(() => ruleLines(this.rules()));
}
