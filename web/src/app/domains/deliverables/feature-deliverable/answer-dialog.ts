import '../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { REASON_MAX_LENGTH } from '@office/domain';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import type { Answer } from './deliverable-store';

export interface AnswerQuestion {
  /** "D1.3 First quality report" */
  readonly deliverable: string;
  /** Records the answer; the problem when it could not be. */
  readonly save: (answer: Answer) => Promise<ReadProblem | null>;
}

/** EACEA's word on a submitted deliverable: accepted, or to be revised for a reason. */
@Component({
  selector: 'office-answer-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './answer-dialog.html',
  styleUrl: './answer-dialog.scss',
})
export class AnswerDialog {
  readonly #dialog = inject<MatDialogRef<AnswerDialog>>(MatDialogRef);
  readonly #tried = signal(false);
  protected readonly question = inject<AnswerQuestion>(MAT_DIALOG_DATA);
  protected readonly reasonMaxLength = REASON_MAX_LENGTH;
  protected readonly accepted = signal<boolean | null>(null);
  protected readonly reason = signal('');
  protected readonly saving = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly undecided = computed(() => this.#tried() && this.accepted() === null);
  protected readonly reasonless = computed(() => this.#tried() && this.accepted() === false && this.reason().trim() === '');

  protected async save(): Promise<void> {
    this.#tried.set(true);
    const accepted = this.accepted();
    if (accepted === null || this.reasonless()) return;
    this.saving.set(true);
    const problem = await this.question.save(accepted ? { accepted } : { accepted, reason: this.reason().trim() });
    this.saving.set(false);
    if (problem) this.problem.set(problemWords(problem));
    else this.#dialog.close();
  }
}
