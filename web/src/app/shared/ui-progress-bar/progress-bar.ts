import { Component, computed, input } from '@angular/core';

/** A part of a whole as a bar. The figure itself stands beside it in words, so the bar is named by `label`. */
@Component({
  selector: 'office-progress-bar',
  template: `<div class="fill" [attr.data-tone]="tone()" [style.width.%]="width()"></div>`,
  styles: `
    :host {
      display: block;
      min-width: 70px;
      height: 7px;
      border-radius: 9px;
      background: var(--line-2);
      overflow: hidden;
    }

    .fill {
      height: 100%;
      border-radius: 9px;
      background: var(--brand-fill);
    }

    .fill[data-tone='ok'] {
      background: var(--ok);
    }

    .fill[data-tone='warn'] {
      background: var(--warn);
    }

    .fill[data-tone='late'] {
      background: var(--late);
    }
  `,
  host: {
    role: 'progressbar',
    'aria-valuemin': '0',
    'aria-valuemax': '100',
    '[attr.aria-valuenow]': 'width()',
    '[attr.aria-label]': 'label()',
  },
})
export class ProgressBar {
  /** Percent; what is below 0 or above 100 is drawn at the edge. */
  readonly value = input.required<number>();
  readonly label = input.required<string>();
  readonly tone = input<'brand' | 'ok' | 'warn' | 'late'>('brand');
  protected readonly width = computed(() => Math.min(100, Math.max(0, Math.round(this.value()))));
}
