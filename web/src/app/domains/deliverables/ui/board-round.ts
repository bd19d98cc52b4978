import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ReviewRoundView } from '@office/contracts';
import { dateIn } from '@office/domain';
import { Avatar } from '../../../shared/ui-avatar/avatar';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../shared/ui-time/time';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { distanceWords } from '../../../shared/util-time/words';
import { exclusionWords } from '../../quality-board/data/board-words';
import { QuorumBar } from '../../quality-board/ui/quorum-bar';
import type { BoardRow } from '../data/rounds';
import { ReviewLine } from './review-line';

/** The members of the board with their verdicts on one version; without a round, who would vote. */
@Component({
  selector: 'office-board-round',
  imports: [Avatar, MatButton, QuorumBar, ReviewLine, StatusChip, Time],
  templateUrl: './board-round.html',
  styleUrl: './board-round.scss',
})
export class BoardRound {
  readonly #clock = inject(OfficeClock);
  readonly round = input.required<ReviewRoundView | null>();
  readonly rows = input.required<readonly BoardRow[]>();
  /** Whether the person's own line offers to write the review. */
  readonly offersReview = input(false);
  readonly review = output();

  protected readonly lines = computed(() =>
    this.rows().map((row) => ({
      ...row,
      about: this.#about(row),
      silence: row.exclusion ? exclusionWords(row.exclusion) : this.#silenceWords(),
    })),
  );

  #about({ you, chair, review }: BoardRow): string {
    const version = this.round()?.versionNumber ?? '';
    const parts = [
      you ? $localize`:@@board.you:you` : '',
      chair ? $localize`:@@board.chair:chair` : '',
      review ? $localize`:@@board.version:v${version}:version:` : '',
    ];
    return parts.filter((part) => part !== '').join(' · ') + (review ? ' · ' : '');
  }

  readonly #silenceWords = computed(() => {
    const round = this.round();
    if (round === null) return '';
    if (round.closedAt !== null) return $localize`:@@board.didNotVote:Sent no verdict`;
    if (new Date(round.closesAt) < this.#clock.now()) return $localize`:@@board.overdue:Not reviewed yet · time is over`;
    const distance = distanceWords(this.#clock.today(), dateIn(this.#clock.deadlineZone(), new Date(round.closesAt)));
    return $localize`:@@board.awaited:Not reviewed yet · closes ${distance}:distance:`;
  });
}
