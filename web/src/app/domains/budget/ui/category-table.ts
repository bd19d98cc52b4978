import { Component, computed, input } from '@angular/core';
import { formatMoney } from '../../../shared/util-locale/format';
import { categoryWords } from '../data/category-words';
import type { CategoryTable, MatrixColumn } from '../data/matrix';

/** The estimate by cost category and work package. */
@Component({
  selector: 'office-category-table',
  template: `
    <div class="scroll" role="region" i18n-aria-label="@@budget.categoryRegion" aria-label="Table of estimated costs" tabindex="0">
      <table>
        <caption class="visually-hidden" i18n="@@budget.categoryCaption">
          Estimated costs by cost category and work package
        </caption>
        <thead>
          <tr>
            <th scope="col" class="first" i18n="@@budget.category">Cost category</th>
            @for (column of columns(); track column.id) {
              <th scope="col" class="num" [title]="column.title">{{ column.number }}</th>
            }
            <th scope="col" class="num total" i18n="@@budget.total">Total</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.category) {
            <tr>
              <th scope="row" class="first">
                <span class="code">{{ row.category }}</span> {{ row.name }}
              </th>
              @for (amount of row.cents; track $index) {
                <td class="num">{{ money(amount) }}</td>
              }
              <td class="num total">{{ money(row.totalCents) }}</td>
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="first" i18n="@@budget.estimateTotal">Estimated costs</th>
            @for (amount of table().columnCents; track $index) {
              <td class="num">{{ money(amount) }}</td>
            }
            <td class="num total">{{ money(table().totalCents) }}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styleUrl: './matrix.scss',
})
export class CategoryMatrix {
  readonly table = input.required<CategoryTable>();
  readonly columns = input.required<readonly MatrixColumn[]>();
  readonly currency = input.required<string>();
  protected readonly rows = computed(() => this.table().rows.map((row) => ({ ...row, name: categoryWords(row.category) })));

  protected money(cents: number): string {
    return formatMoney(cents, this.currency());
  }
}
