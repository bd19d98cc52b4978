import { Component, computed, input } from '@angular/core';
import type { ReportingPeriodView } from '@office/contracts';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { PlainDatePipe, ProjectMonthPipe } from '../../../shared/util-time/date.pipes';
import { reportWords } from '../data/consortium-words';

/** Reporting periods and when the report on each is due. */
@Component({
  selector: 'office-period-table',
  imports: [DemoBadge, DueDate, PlainDatePipe, ProjectMonthPipe],
  template: `
    <table class="plain stack">
      <thead>
        <tr>
          <th scope="col" i18n="@@periods.period">Period</th>
          <th scope="col">{{ words.ends }}</th>
          <th scope="col">{{ words.due }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.number) {
          <tr>
            <td>
              <span class="code">{{ row.number }}</span> {{ row.kindWord }}
              <small
                >{{ row.fromMonth | projectMonth }}–{{ row.toMonth | projectMonth }} <office-demo-badge [provenance]="row.provenance"
              /></small>
            </td>
            <td [attr.data-label]="words.ends">{{ row.endsOn | plainDate }}</td>
            <td [attr.data-label]="words.due"><office-due-date stacked [on]="row.reportDueOn" [done]="row.reportDueOn < today()" /></td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './consortium-table.scss',
})
export class PeriodTable {
  readonly periods = input.required<readonly ReportingPeriodView[]>();
  readonly today = input.required<string>();
  protected readonly words = {
    ends: $localize`:@@periods.ends:Ends`,
    due: $localize`:@@periods.due:Report due`,
  };
  protected readonly rows = computed(() => this.periods().map((period) => ({ ...period, kindWord: reportWords(period.kind) })));
}
