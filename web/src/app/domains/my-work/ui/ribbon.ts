import { Component, computed, inject, input } from '@angular/core';
import type { RibbonMark } from '@office/contracts';
import type { PlainDate } from '@office/domain';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { dateWords, monthLabel, monthName } from '../../../shared/util-time/words';
import { ribbonOf } from '../data/ribbon';
import { markLook } from './mark-look';
import { RibbonMarkLabel } from './ribbon-mark';

/** Where the labels of a month stand: over their marks as far as one line allows. */
function sideOf(places: readonly number[]): 'left' | 'right' | 'both' {
  if (places.every((at) => at > 0.5)) return 'right';
  return places.every((at) => at <= 0.5) ? 'left' : 'both';
}

/**
 * The next six months as a picture: a column a month, marks at their day, labels inside their month so that none lies
 * over another; on a phone the months lie under one another. A table tells the same to screen readers.
 */
@Component({
  selector: 'office-ribbon',
  imports: [RibbonMarkLabel],
  templateUrl: './ribbon.html',
  styleUrl: './ribbon.scss',
})
export class Ribbon {
  readonly #clock = inject(OfficeClock);

  readonly marks = input.required<readonly RibbonMark[]>();
  readonly projectStart = input.required<string>();
  readonly projectId = input.required<string>();

  readonly #ribbon = computed(() => ribbonOf(this.marks(), this.#clock.today(), this.projectStart() as PlainDate));
  protected readonly earlier = computed(() => this.#ribbon().earlier);
  protected readonly todayAt = computed(() => this.#ribbon().today);
  protected readonly todayWords = computed(() => $localize`:@@ribbon.today:today · ${dateWords(this.#clock.today(), false)}:date:`);
  protected readonly columns = computed(() =>
    this.#ribbon().columns.map((column, index) => ({
      ...column,
      current: index === 0,
      side: sideOf(column.marks.map((mark) => mark.at)),
      label: `${monthName(column.first)} · ${monthLabel(column.month)}`,
      dots: column.marks.map((mark, place, marks) => ({
        at: mark.at * 100,
        kind: mark.kind,
        look: markLook(mark).look,
        // How many marks of the same day lie to its right: they stand side by side like beads.
        beside: marks.slice(place + 1).filter((other) => other.at === mark.at).length,
      })),
    })),
  );
  protected readonly rows = computed(() =>
    this.marks().map((mark) => ({ ...mark, due: dateWords(mark.on), monthLabel: monthLabel(mark.month), word: markLook(mark).word })),
  );
}
