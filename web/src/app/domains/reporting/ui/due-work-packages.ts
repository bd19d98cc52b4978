import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportWorkPackage } from '@office/contracts';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';

/** Work packages whose work ends in the period: they are then declared completed, or not. */
@Component({
  selector: 'office-due-work-packages',
  imports: [DueDate, ProgressBar, RouterLink, StatusChip],
  template: `
    <ul class="rows">
      @for (row of rows(); track row.id) {
        <li class="line">
          <div class="what">
            <a [routerLink]="['/p', projectId(), 'work-plan']" [queryParams]="{ open: row.id }"
              ><span class="code">{{ row.number }}</span> {{ row.title }}</a
            >
            <office-due-date [on]="row.endsOn" [month]="row.endMonth" [done]="row.state === 'done'" />
            <span class="chips">
              <office-status-chip [work]="row.state" />
              @if (row.timeliness === 'late' || row.timeliness === 'at-risk') {
                <office-status-chip [timeliness]="row.timeliness" />
              }
            </span>
            <office-progress-bar [value]="row.progress" [label]="row.number" [tone]="row.timeliness === 'late' ? 'late' : 'brand'" />
          </div>
          <span class="num">{{ row.progress }}%</span>
        </li>
      } @empty {
        <li class="none muted" i18n="@@reports.noWorkPackages">The work of no work package ends in this period.</li>
      }
    </ul>
  `,
  styleUrl: './due.scss',
})
export class DueWorkPackages {
  readonly rows = input.required<readonly ReportWorkPackage[]>();
  readonly projectId = input.required<string>();
}
