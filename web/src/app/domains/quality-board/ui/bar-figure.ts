import { Component, input } from '@angular/core';
import type { BarTone, FigureBar } from '../data/statistics';

/** Bars one under the other, with the table that they are drawn from behind them. */
@Component({
  selector: 'office-bar-figure',
  template: `
    @if (legend().length > 0) {
      <ul class="legend" aria-hidden="true">
        @for (entry of legend(); track entry.tone) {
          <li><i [attr.data-tone]="entry.tone"></i> {{ entry.word }}</li>
        }
      </ul>
    }
    <ul class="bars" aria-hidden="true">
      @for (bar of bars(); track bar.id) {
        <li>
          <span>{{ bar.label }}</span>
          <div class="track">
            @for (part of bar.parts; track $index) {
              @if (part.width > 0) {
                <i [attr.data-tone]="part.tone" [style.width.%]="part.width"></i>
              }
            }
          </div>
          <b class="num">{{ bar.value }}</b>
        </li>
      }
    </ul>
    <details>
      <summary i18n="@@figure.numbers">Show the numbers</summary>
      <div class="table" tabindex="0" role="region" [attr.aria-label]="label()"><ng-content /></div>
    </details>
  `,
  styleUrl: './bar-figure.scss',
})
export class BarFigure {
  /** What the picture is of: the name of its table. */
  readonly label = input.required<string>();
  readonly bars = input.required<readonly FigureBar[]>();
  readonly legend = input<readonly { readonly tone: BarTone; readonly word: string }[]>([]);
}
