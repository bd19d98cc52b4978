import '../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { BoardMembersRequest, QualityBoardView } from '@office/contracts';
import type { PlainDate } from '@office/domain';
import { Conflict, type ConflictField } from '../../../shared/ui-conflict/conflict';
import { ConflictChoices } from '../../../shared/ui-conflict/conflict-choices';
import { DialogFoot } from '../../../shared/ui-dialog-foot/dialog-foot';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { currentOf, type WriteResult } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { chairOf, membersRequest, type SeatDraft, seatDrafts, seatWords } from '../data/seat-form';

export interface MembersQuestion {
  readonly board: QualityBoardView;
  readonly save: (members: BoardMembersRequest, version: number) => Promise<WriteResult<QualityBoardView>>;
}

/** Who sits on the board, for whom, as what, and who is away. */
@Component({
  selector: 'office-members-dialog',
  imports: [Conflict, ConflictChoices, DialogFoot, MatDialogActions, MatDialogContent, MatDialogTitle],
  templateUrl: './members-dialog.html',
  styleUrl: './members-dialog.scss',
})
export class MembersDialog {
  readonly #dialog = inject<MatDialogRef<MembersDialog, QualityBoardView>>(MatDialogRef);
  readonly #tried = signal(false);
  protected readonly question = inject<MembersQuestion>(MAT_DIALOG_DATA);
  protected readonly today: PlainDate = inject(SessionStore).today();
  protected readonly seats = signal<readonly SeatDraft[]>(seatDrafts(this.question.board));
  protected readonly saving = signal(false);
  protected readonly problem = signal<ReadProblem | null>(null);
  protected readonly chairless = computed(() => this.#tried() && chairOf(this.seats()) === undefined);
  protected readonly problemWords = problemWords;
  protected readonly theirs = computed(() => {
    const problem = this.problem();
    return problem ? (currentOf(problem) as QualityBoardView | undefined) : undefined;
  });
  protected readonly fields = computed<readonly ConflictField[]>(() => {
    const theirs = seatDrafts(this.theirs() ?? this.question.board);
    return this.seats().map((seat) => {
      const saved = theirs.find(({ membershipId }) => membershipId === seat.membershipId);
      return { label: `${seat.name} · ${seat.institution}`, mine: seatWords(seat), theirs: saved ? seatWords(saved) : '' };
    });
  });

  protected change(membershipId: string, part: Partial<SeatDraft>): void {
    this.seats.update((seats) => seats.map((seat) => (seat.membershipId === membershipId ? { ...seat, ...part } : seat)));
  }

  /** There is one chair. */
  protected makeChair(membershipId: string): void {
    this.seats.update((seats) => seats.map((seat) => ({ ...seat, chair: seat.membershipId === membershipId })));
  }

  protected async save(version = this.question.board.version): Promise<void> {
    this.#tried.set(true);
    if (this.saving() || this.chairless()) return;
    this.saving.set(true);
    const result = await this.question.save(membersRequest(this.seats()), version);
    this.saving.set(false);
    this.problem.set(result.ok ? null : result.problem);
    if (result.ok) this.#dialog.close(result.value);
  }

  protected cancel(): void {
    this.#dialog.close();
  }

  protected keepTheirs(theirs: QualityBoardView): void {
    this.#dialog.close(theirs);
  }
}
