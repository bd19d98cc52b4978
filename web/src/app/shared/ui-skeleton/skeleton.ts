import { Component, computed, input } from '@angular/core';

/** Grey shapes of what is to come. `rows` is the number of lines, table rows, cards or steps. */
@Component({
  selector: 'office-skeleton',
  template: `
    <span class="visually-hidden" i18n="@@skeleton.loading">Loading</span>
    <div class="set" [attr.data-shape]="shape()" aria-hidden="true">
      @for (row of list(); track row) {
        <div class="piece"></div>
      }
    </div>
  `,
  styleUrl: './skeleton.scss',
  host: { role: 'status' },
})
export class Skeleton {
  readonly shape = input<'lines' | 'table' | 'cards' | 'block'>('lines');
  readonly rows = input(3);
  protected readonly list = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
}
