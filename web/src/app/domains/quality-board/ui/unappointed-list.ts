import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { QualityBoardView } from '@office/contracts';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { plural } from '../../../shared/util-locale/format';
import { SessionStore } from '../../../shared/util-session/session-store';

export type Unappointed = QualityBoardView['unappointed'][number];

/** Deliverables that have fewer reviewers than the rules ask for. */
@Component({
  selector: 'office-unappointed-list',
  imports: [DueDate, MatButton, RouterLink],
  template: `
    <ul>
      @for (line of lines(); track line.deliverableId) {
        <li>
          <div>
            <a [routerLink]="['/p', projectId(), 'deliverables', line.deliverableId]"
              ><span class="code">{{ line.number }}</span> {{ line.title }}</a
            >
            <p class="muted">
              <ng-container i18n="@@board.ledBy">led by {{ line.lead.name }}</ng-container> · {{ line.count }} ·
              <office-due-date [on]="line.dueOn" />
            </p>
          </div>
          @if (manages()) {
            <button matButton="outlined" type="button" (click)="appoint.emit(line)">
              <ng-container i18n="@@board.appoint">Appoint reviewers</ng-container>
              <span class="visually-hidden">&ngsp;{{ line.number }}</span>
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 16px;
      align-items: center;
      justify-content: space-between;
      padding: 10px 16px;
    }

    li + li {
      border-top: 1px solid var(--line-2);
    }

    a {
      color: var(--ink);
      font-weight: 600;
    }
  `,
})
export class UnappointedList {
  readonly items = input.required<readonly Unappointed[]>();
  readonly projectId = input.required<string>();
  /** Whether the person may appoint. */
  readonly manages = input(false);
  readonly appoint = output<Unappointed>();
  protected readonly today = inject(SessionStore).today;
  protected readonly lines = computed(() =>
    this.items().map((item) => ({
      ...item,
      count:
        item.reviewers === 0
          ? $localize`:@@board.noReviewer:no reviewer yet`
          : plural(item.reviewers, {
              one: $localize`:@@board.oneReviewer:1 reviewer`,
              other: $localize`:@@board.someReviewers:${item.reviewers}:count: reviewers`,
            }),
    })),
  );
}
