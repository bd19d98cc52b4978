import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../../shared/ui-icon/icon';
import { plural } from '../../../shared/util-locale/format';

/** What can be done with the rows that are chosen; on a phone it lies at the thumb. */
@Component({
  selector: 'office-selection-bar',
  imports: [Icon],
  template: `
    <b role="status">{{ words() }}</b>
    <div class="files">
      <a [href]="address()('zip')" download
        ><office-icon name="download" /><ng-container i18n="@@selection.files">Files (ZIP)</ng-container></a
      >
      <a [href]="address()('xlsx')" download i18n="@@selection.xlsx">Excel</a>
      <a [href]="address()('csv')" download i18n="@@selection.csv">CSV</a>
    </div>
    <button type="button" i18n="@@selection.clear" (click)="clear.emit()">Clear</button>
  `,
  styleUrl: './selection-bar.scss',
})
export class SelectionBar {
  readonly count = input.required<number>();
  readonly address = input.required<(ending: 'zip' | 'xlsx' | 'csv') => string>();
  readonly clear = output();
  protected readonly words = computed(() =>
    plural(this.count(), {
      one: $localize`:@@selection.one:1 selected`,
      other: $localize`:@@selection.many:${this.count()}:count: selected`,
    }),
  );
}
