import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { OfficeClock } from '../util-time/office-clock';
import { bothTimes, dateWords, distanceWords, lateWords, monthLabel } from '../util-time/words';

/**
 * Date, project month and distance: "30 Sep 2024 · M9 · in 14 days". The distance is left out once the thing is done.
 * With an instant it adds the time in the deadline's zone and, where it differs, in the person's.
 */
@Component({
  selector: 'office-due-date',
  template: `
    <time class="date" [attr.datetime]="at() ?? on()">{{ date() }}</time>
    @if (more()) {
      <span class="sep">{{ ' · ' }}</span>
      <span class="more" [class.late]="overdue()">{{ more() }}</span>
    }
    @if (times()) {
      <span class="times">{{ times() }}</span>
    }
  `,
  styleUrl: './due-date.scss',
  host: { '[class.stacked]': 'stacked()' },
})
export class DueDate {
  readonly #clock = inject(OfficeClock);

  /** `YYYY-MM-DD` */
  readonly on = input.required<string>();
  readonly month = input<number | null>(null);
  readonly at = input<string | null>(null);
  /** Handed over or done: nobody waits for it any more. */
  readonly done = input(false, { transform: booleanAttribute });
  /** Month and distance under the date, as in tables. */
  readonly stacked = input(false, { transform: booleanAttribute });

  protected readonly date = computed(() => dateWords(this.on()));
  protected readonly overdue = computed(() => !this.done() && this.on() < this.#clock.today());

  protected readonly more = computed(() => {
    const month = this.month();
    const distance = this.done()
      ? null
      : this.overdue()
        ? lateWords(this.#clock.today(), this.on())
        : distanceWords(this.#clock.today(), this.on());
    return [month === null ? null : monthLabel(month), distance].filter((part) => part !== null).join(' · ');
  });

  protected readonly times = computed(() => {
    const at = this.at();
    return at === null ? '' : bothTimes(at, this.#clock.deadlineZone(), this.#clock.personZone());
  });
}
