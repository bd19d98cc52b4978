import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { OfficeClock } from '../util-time/office-clock';
import { agoWords, instantWords } from '../util-time/words';

/** An instant in the person's zone; `ago` writes the distance and keeps the instant as its title. */
@Component({
  selector: 'office-time',
  template: `<time [attr.datetime]="at()" [attr.title]="ago() ? full() : null">{{ ago() ? distance() : full() }}</time>`,
  styles: `
    time {
      white-space: nowrap;
    }
  `,
})
export class Time {
  readonly #clock = inject(OfficeClock);
  readonly at = input.required<string>();
  readonly ago = input(false, { transform: booleanAttribute });
  protected readonly full = computed(() => instantWords(this.at(), this.#clock.personZone()));
  protected readonly distance = computed(() => agoWords(this.#clock.now(), this.at(), this.#clock.personZone()));
}
