import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ReviewRoundView } from '@office/contracts';
import { dateIn, takesVerdicts } from '@office/domain';
import { Avatar } from '../../../shared/ui-avatar/avatar';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../shared/ui-time/time';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { dateWords, distanceWords } from '../../../shared/util-time/words';
import { exclusionWords } from '../../quality-board/data/board-words';
import { placeWords } from '../../quality-board/data/rule-words';
import { QuorumBar } from '../../quality-board/ui/quorum-bar';
import type { CommentLine } from '../data/comment-acts';
import type { BoardRow } from '../data/rounds';
import type { CommentTaken } from './comment-box';
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
  /** By the id of the review that they belong to. */
  readonly comments = input<ReadonlyMap<string, readonly CommentLine[]>>(new Map());
  /** Whether the person's own line offers to write the review. */
  readonly offersReview = input(false);
  readonly busy = input(false);
  readonly review = output();
  /** The person has a conflict of interest. */
  readonly recuse = output();
  readonly act = output<CommentTaken>();

  protected readonly verdicts = computed(() => this.round()?.reviews.map((review) => review.verdict) ?? []);
  protected readonly lines = computed(() =>
    this.rows().map((row) => ({
      ...row,
      about: this.#about(row),
      comments: this.comments().get(row.review?.id ?? '') ?? [],
      silence: this.#silence(row),
    })),
  );

  #silence({ exclusion, absentUntil }: BoardRow): string {
    if (exclusion) return exclusionWords(exclusion);
    const silence = this.#silenceWords();
    return absentUntil === null || silence === ''
      ? silence
      : $localize`:@@board.absent:${silence}:silence: · absent until ${dateWords(absentUntil)}:date:`;
  }

  #about({ you, chair, alternate, reviewer, review }: BoardRow): string {
    const version = this.round()?.versionNumber ?? '';
    const parts = [
      you ? $localize`:@@board.you:you` : '',
      chair ? $localize`:@@board.chair:chair` : '',
      alternate ? placeWords('alternate') : '',
      reviewer ? $localize`:@@board.reviewer:reviewer` : '',
      review ? $localize`:@@board.version:v${version}:version:` : '',
    ];
    return parts.filter((part) => part !== '').join(' · ') + (review ? ' · ' : '');
  }

  readonly #silenceWords = computed(() => {
    const round = this.round();
    if (round === null) return '';
    if (!takesVerdicts(round.state)) return $localize`:@@board.didNotVote:Sent no verdict`;
    const distance = distanceWords(this.#clock.today(), dateIn(this.#clock.deadlineZone(), new Date(round.closesAt)));
    return $localize`:@@board.awaited:Not reviewed yet · closes ${distance}:distance:`;
  });
}
