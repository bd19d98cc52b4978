import { Component, computed, input } from '@angular/core';
import type { DeliverableView } from '@office/contracts';
import { Person } from '../../../shared/ui-person/person';
import { Time } from '../../../shared/ui-time/time';
import { portalLog } from '../data/portal-log';

/** Approval, submission and EACEA's answers, each with the day, who recorded it, and the reason as it was given. */
@Component({
  selector: 'office-portal-log',
  imports: [Person, Time],
  template: `
    <ol>
      @for (entry of entries(); track $index) {
        <li [attr.data-kind]="entry.kind">
          <b>{{ entry.words }}</b>
          @if (entry.reason) {
            <p class="reason">{{ entry.reason }}</p>
          }
          <p class="muted who"><office-person [person]="entry.by" /><office-time [at]="entry.at" /></p>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      padding-left: 12px;
      border-left: 3px solid var(--line);
    }

    li[data-kind='accepted'] {
      border-color: var(--ok);
    }

    li[data-kind='revision-requested'] {
      border-color: var(--warn);
    }

    b {
      font-weight: 600;
    }

    .reason {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .who {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
    }
  `,
})
export class PortalLog {
  readonly deliverable = input.required<DeliverableView>();
  protected readonly entries = computed(() => portalLog(this.deliverable()));
}
