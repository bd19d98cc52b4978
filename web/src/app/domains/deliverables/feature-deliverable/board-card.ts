import { Component, computed, inject, input, output } from '@angular/core';
import type { DeliverableView } from '@office/contracts';
import { type DeliverableState, mayManageBoard } from '@office/domain';
import { Card } from '../../../shared/ui-card/card';
import { SessionStore } from '../../../shared/util-session/session-store';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { carriedLines, commentLines } from '../data/comment-acts';
import { panelNote, roundBanner, roundNote } from '../data/round-note';
import { boardRows } from '../data/rounds';
import { BoardRound } from '../ui/board-round';
import { CommentBox } from '../ui/comment-box';
import { BoardSteps } from './board-steps';

const APPOINTABLE: readonly DeliverableState[] = ['planned', 'drafting', 'in-review', 'changes-requested', 'revision-requested'];

/** The board's rounds on a deliverable, the newest first: verdicts, comments with their answers, and who is awaited. */
@Component({
  selector: 'office-board-card',
  imports: [BoardRound, Card, CommentBox],
  providers: [BoardSteps],
  templateUrl: './board-card.html',
  styleUrl: './board-card.scss',
})
export class BoardCard {
  readonly #session = inject(SessionStore);
  readonly #clock = inject(OfficeClock);
  readonly view = input.required<DeliverableView>();
  readonly offersReview = input(false);
  readonly review = output();

  protected readonly steps = inject(BoardSteps);
  protected readonly round = computed(() => this.view().rounds[0] ?? null);
  protected readonly heading = computed(() => {
    const round = this.round();
    return round
      ? $localize`:@@deliverable.boardRound:Quality board, round ${round.number}:round:`
      : $localize`:@@deliverable.board:Quality board`;
  });
  protected readonly note = computed(() => {
    const round = this.round();
    return round ? roundNote(round, this.#clock.deadlineZone(), this.#clock.personZone()) : '';
  });
  /** The coordinator and the chair appoint, as long as there is something to review. */
  protected readonly mayAppoint = computed(() => {
    const [view, actor] = [this.view(), this.#session.actor()];
    return actor !== null && APPOINTABLE.includes(view.state) && mayManageBoard(actor, view.board);
  });
  protected readonly reviewers = computed(() =>
    this.view()
      .board.filter((member) => member.reviewer)
      .map((member) => member.beneficiary.shortName)
      .join(', '),
  );
  protected readonly banner = computed(() => roundBanner(this.round(), this.#clock.deadlineZone()));
  protected readonly panel = computed(() => panelNote(this.round()));
  protected readonly rows = computed(() => boardRows(this.round(), this.view().board, this.#session.actor()));
  protected readonly comments = computed(() => commentLines(this.round(), this.view(), this.#session.actor()));
  protected readonly carried = computed(() => carriedLines(this.round(), this.view(), this.#session.actor()));
  protected readonly earlier = computed(() =>
    this.view()
      .rounds.slice(1)
      .map((round) => ({
        round,
        note: roundNote(round, this.#clock.deadlineZone(), this.#clock.personZone()),
        rows: boardRows(round, this.view().board, this.#session.actor()).filter((row) => row.review !== null),
        comments: commentLines(round, this.view(), this.#session.actor()),
      })),
  );
}
