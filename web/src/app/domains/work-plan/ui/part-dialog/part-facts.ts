import { Component, input } from '@angular/core';
import type { TaskPartView } from '@office/contracts';
import { Icon } from '../../../../shared/ui-icon/icon';
import { Person } from '../../../../shared/ui-person/person';
import { StatusChip } from '../../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../../shared/ui-time/time';

/** How a part stands, for who may not change it. */
@Component({
  selector: 'office-part-facts',
  imports: [Icon, Person, StatusChip, Time],
  template: `
    @let one = part();
    <p class="state">
      <office-status-chip [work]="one.state" />
      @if (one.timeliness === 'late') {
        <office-status-chip [timeliness]="one.timeliness" />
      }
      @if (one.updatedAt; as at) {
        <span class="muted"><office-person [person]="one.updatedBy" /> <office-time [at]="at" ago /></span>
      }
    </p>
    @if (one.note) {
      <blockquote>{{ one.note }}</blockquote>
    }
    @if (one.criteria.length > 0) {
      <h3 i18n="@@part.criteria">Done when</h3>
      <ul>
        @for (criterion of one.criteria; track $index) {
          <li [class.met]="criterion.met">
            <office-icon [name]="criterion.met ? 'check' : 'clock'" />
            <span
              >{{ criterion.text
              }}<span class="visually-hidden">
                @if (criterion.met) {
                  <ng-container i18n="@@part.met">(met)</ng-container>
                } @else {
                  <ng-container i18n="@@part.open">(open)</ng-container>
                }
              </span></span
            >
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }

    .state {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      align-items: center;
    }

    blockquote {
      margin: 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    ul {
      display: grid;
      gap: 6px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      gap: 8px;
      color: var(--ink-2);
    }

    .met office-icon {
      color: var(--ok);
    }
  `,
})
export class PartFacts {
  readonly part = input.required<TaskPartView>();
}
