import { Component, input } from '@angular/core';
import type { MilestoneView } from '@office/contracts';
import { DueDate } from '../../../../shared/ui-due-date/due-date';
import { StatusChip } from '../../../../shared/ui-status-chip/status-chip';
import { PlainDatePipe } from '../../../../shared/util-time/date.pipes';

/** How a milestone stands: its day, what is to prove it, and what was reported. */
@Component({
  selector: 'office-milestone-facts',
  imports: [DueDate, PlainDatePipe, StatusChip],
  template: `
    @let one = milestone();
    <dl>
      <dt i18n="@@milestone.state">Status</dt>
      <dd><office-status-chip [milestone]="one.state" /></dd>
      <dt i18n="@@milestone.due">Due</dt>
      <dd><office-due-date [on]="one.dueOn" [month]="one.dueMonth" [done]="one.state === 'achieved'" /></dd>
      <dt i18n="@@milestone.means">Means of verification</dt>
      <dd>{{ one.meansOfVerification }}</dd>
      @if (one.achievedOn) {
        <dt i18n="@@milestone.achievedOn">Achieved on</dt>
        <dd>{{ one.achievedOn | plainDate }}</dd>
        <dt i18n="@@milestone.proof">Proof</dt>
        <dd>
          {{ one.evidence }}
          @if (one.evidenceUrl) {
            <a [href]="one.evidenceUrl" target="_blank" rel="noopener noreferrer">{{ one.evidenceUrl }}</a>
          }
        </dd>
      } @else if (one.estimate) {
        <dt i18n="@@milestone.estimate">Expected on</dt>
        <dd>{{ one.estimate | plainDate }}</dd>
        <dt i18n="@@milestone.reason">Reason</dt>
        <dd>{{ one.reason }}</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 6px 14px;
      margin: 0;
    }

    dt {
      color: var(--ink-3);
    }

    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }

    @media (max-width: 480px) {
      dl {
        grid-template-columns: minmax(0, 1fr);
        gap: 0 0;
      }

      dd {
        margin-bottom: 8px;
      }
    }
  `,
})
export class MilestoneFacts {
  readonly milestone = input.required<MilestoneView>();
}
