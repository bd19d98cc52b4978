import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QualityBoardView } from '@office/contracts';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../shared/ui-time/time';
import { votesWords } from '../data/board-words';

/** The newest decisions of the board. */
@Component({
  selector: 'office-closed-rounds',
  imports: [RouterLink, StatusChip, Time],
  template: `
    <ul>
      @for (line of lines(); track line.roundId) {
        <li>
          <div>
            <a [routerLink]="['/p', projectId(), 'deliverables', line.deliverableId]"
              ><span class="code">{{ line.number }}</span> {{ line.title }}</a
            >
            <p class="muted">
              <ng-container i18n="@@board.versionAndRound">Version {{ line.versionNumber }}, round {{ line.round }}</ng-container> ·
              {{ line.votes }} · <office-time [at]="line.closedAt" />
            </p>
          </div>
          <office-status-chip [deliverable]="line.result === 'sign-off' ? 'signed-off' : 'changes-requested'" />
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
      gap: 4px 16px;
      align-items: center;
      justify-content: space-between;
      padding: 10px 16px;
    }

    li + li {
      border-top: 1px solid var(--line-2);
    }

    a {
      color: var(--ink);
    }
  `,
})
export class ClosedRounds {
  readonly rounds = input.required<QualityBoardView['closed']>();
  readonly projectId = input.required<string>();
  protected readonly lines = computed(() => this.rounds().map((round) => ({ ...round, votes: votesWords(round.tally) })));
}
