import { Component, input } from '@angular/core';
import { Icon } from '../../../shared/ui-icon/icon';
import type { CheckItem, MajorComment } from '../data/check-list';

/** What stands between a version and its sign-off; major comments are named one by one. */
@Component({
  selector: 'office-sign-off-check',
  imports: [Icon],
  template: `
    <ul>
      @for (item of items(); track item.id) {
        <li [class.open]="!item.met">
          <office-icon [name]="item.met ? 'check' : 'alert'" />
          <div>
            <span class="visually-hidden">
              @if (item.met) {
                <ng-container i18n="@@check.met">Met:</ng-container>
              } @else {
                <ng-container i18n="@@check.open">Open:</ng-container>
              }
            </span>
            {{ item.words }}
            @if (item.id === 'comments') {
              @for (comment of majors(); track comment.id) {
                <p>
                  <b>{{ comment.from }}{{ comment.anchor ? ', ' + comment.anchor : '' }}:</b> {{ comment.text }}
                </p>
              }
            }
          </div>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: grid;
      grid-template-columns: 17px minmax(0, 1fr);
      gap: 8px;
      --icon-size: 16px;
    }

    office-icon {
      margin-top: 2px;
      color: var(--ok);
    }

    .open {
      color: var(--warn);

      office-icon {
        color: var(--warn);
      }
    }

    p {
      margin-top: 4px;
      color: var(--ink-2);
      font-size: 12.5px;
      overflow-wrap: anywhere;
    }

    b {
      font-weight: 600;
    }
  `,
})
export class SignOffCheck {
  readonly items = input.required<readonly CheckItem[]>();
  readonly majors = input<readonly MajorComment[]>([]);
}
