import { Component, computed, input } from '@angular/core';
import type { PlanDifference } from '@office/domain';
import { Icon, type IconName } from '../../../shared/ui-icon/icon';
import { differenceBlocks } from '../data/difference-words';
import type { Names } from '../data/names';

const SIGNS: Readonly<Record<PlanDifference['change'], IconName>> = { added: 'plus', removed: 'minus', changed: 'edit' };

/** Two plans side by side: of each row that differs the fields that do, each row marked by sign, word and colour. */
@Component({
  selector: 'office-difference-list',
  imports: [Icon],
  template: `
    <table class="plain stack">
      <thead>
        <tr>
          <th scope="col" i18n="@@difference.field">What</th>
          <th scope="col">{{ beforeLabel() }}</th>
          <th scope="col">{{ afterLabel() }}</th>
        </tr>
      </thead>
      @for (block of blocks(); track $index) {
        <tbody [attr.data-change]="block.change">
          <tr class="head">
            <th scope="rowgroup" colspan="3">
              <span class="mark"><office-icon [name]="signs[block.change]" /> {{ block.word }}</span
              >&ngsp;
              @if (block.number) {
                <span class="code">{{ block.number }}</span>
              }
              {{ block.title }}
            </th>
          </tr>
          @for (line of block.fields; track line.field) {
            <tr>
              <td class="field-name">{{ line.field }}</td>
              <td class="before" [attr.data-label]="short.before">
                <span>{{ line.before || none }}</span>
              </td>
              <td class="after" [attr.data-label]="short.after">
                <span>{{ line.after || none }}</span>
              </td>
            </tr>
          }
        </tbody>
      }
    </table>
  `,
  styleUrl: './difference-list.scss',
})
export class DifferenceList {
  readonly differences = input.required<readonly PlanDifference[]>();
  readonly names = input.required<Names>();
  readonly beforeLabel = input.required<string>();
  readonly afterLabel = input($localize`:@@difference.after:With this amendment`);
  protected readonly blocks = computed(() => differenceBlocks(this.differences(), this.names()));
  protected readonly signs = SIGNS;
  protected readonly short = { before: $localize`:@@difference.shortBefore:Before`, after: $localize`:@@difference.shortAfter:After` };
  protected readonly none = $localize`:@@difference.none:–`;
}
