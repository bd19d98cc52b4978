import { Component, input } from '@angular/core';
import { Icon } from '../../../shared/ui-icon/icon';
import type { CheckLine } from '../data/check-words';

/** What must be so before a report is locked, and what is still missing. */
@Component({
  selector: 'office-check-list',
  imports: [Icon],
  template: `
    <ul class="rows">
      @for (line of lines(); track line.kind) {
        <li>
          <office-icon
            [name]="line.done ? 'check' : line.required ? 'alert' : 'clock'"
            [class.done]="line.done"
            [class.open]="!line.done"
          />
          <div>
            <p>
              {{ line.word }}<span class="visually-hidden">: {{ line.done ? done : line.required ? open : advised }}</span>
            </p>
            @if (line.missing) {
              <p class="muted" i18n="@@check.missing">Missing: {{ line.missing }}</p>
            }
            @if (!line.done && !line.required) {
              <p class="muted" i18n="@@check.advised">Advised; the lock does not wait for it.</p>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 20px minmax(0, 1fr);
      gap: 10px;
      padding: 9px 16px;
    }

    .done {
      color: var(--ok);
    }

    .open {
      color: var(--warn);
    }

    .muted {
      font-size: 12.5px;
    }
  `,
})
export class CheckList {
  readonly lines = input.required<readonly CheckLine[]>();
  protected readonly done = $localize`:@@check.done:done`;
  protected readonly open = $localize`:@@check.open:still open`;
  protected readonly advised = $localize`:@@check.advisedShort:advised`;
}
