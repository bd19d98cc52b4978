import { Component, inject, input, output } from '@angular/core';
import type { MilestoneView } from '@office/contracts';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { SessionStore } from '../../../shared/util-session/session-store';
import { PlainDatePipe } from '../../../shared/util-time/date.pipes';

/** Milestones that a report tells of: achieved, or with a new estimate. */
@Component({
  selector: 'office-due-milestones',
  imports: [DueDate, PlainDatePipe, StatusChip],
  template: `
    <ul class="rows">
      @for (row of rows(); track row.id) {
        <li class="line">
          <div class="what">
            <b
              ><span class="code">{{ row.number }}</span> {{ row.title }}</b
            >
            <office-due-date [on]="row.dueOn" [month]="row.dueMonth" [done]="row.state === 'achieved'" />
            <span class="chips">
              <office-status-chip [milestone]="row.state" />
              @if (row.late) {
                <office-status-chip />
              }
              @if (row.achievedOn; as on) {
                <span class="muted">{{ on | plainDate }}</span>
              } @else if (row.estimate) {
                <span class="muted" i18n="@@reports.expected">expected {{ row.estimate | plainDate }}</span>
              }
            </span>
          </div>
          <button type="button" class="act" (click)="open.emit(row)">
            @if (mayReport(row)) {
              <ng-container i18n="@@reports.report">Report</ng-container>
            } @else {
              <ng-container i18n="@@reports.look">Details</ng-container>
            }
            <span class="visually-hidden">{{ row.number }}</span>
          </button>
        </li>
      } @empty {
        <li class="none muted" i18n="@@reports.noMilestones">No milestone is due in this period.</li>
      }
    </ul>
  `,
  styleUrl: './due.scss',
})
export class DueMilestones {
  readonly #session = inject(SessionStore);
  readonly rows = input.required<readonly MilestoneView[]>();
  readonly open = output<MilestoneView>();

  protected mayReport({ state, lead }: MilestoneView): boolean {
    return state !== 'achieved' && this.#session.may('milestone.report', { leadBeneficiaryId: lead.id });
  }
}
