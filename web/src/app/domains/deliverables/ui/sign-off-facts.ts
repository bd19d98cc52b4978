import { Component, computed, input } from '@angular/core';
import type { SignOffView } from '@office/contracts';
import { Person } from '../../../shared/ui-person/person';
import { Time } from '../../../shared/ui-time/time';
import { boundWords, decisionWords } from '../data/offer-words';

/** What the board put its name to: the version, its hash, the votes, who and when. */
@Component({
  selector: 'office-sign-off-facts',
  imports: [Person, Time],
  template: `
    @let fact = signOff();
    <p>
      <b i18n="@@signOff.version">Version {{ fact.versionNumber }}, round {{ fact.round }}</b>
    </p>
    <p>{{ votes() }}</p>
    @if (bound(); as words) {
      <p class="muted">{{ words }}</p>
    }
    <p class="muted who"><office-person [person]="fact.by" /><office-time [at]="fact.at" /></p>
    <p class="hash"><span class="muted" i18n="@@signOff.hash">sha256</span> {{ fact.sha256 }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
    }

    .who {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
    }

    .hash {
      color: var(--ink-2);
      font: 11.5px var(--font-code);
      overflow-wrap: anywhere;
    }
  `,
})
export class SignOffFacts {
  readonly signOff = input.required<SignOffView>();
  /** As whom, for whom and by which way; nothing for a sign-off from before that was kept. */
  protected readonly bound = computed(() => {
    const { bound } = this.signOff();
    return bound && boundWords(bound);
  });
  protected readonly votes = computed(() => decisionWords(this.signOff()));
}
