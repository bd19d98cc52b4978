import '../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { PLAN_TEXT_MAX_LENGTH, PLAN_TITLE_MAX_LENGTH } from '@office/domain';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { currentOf, type WriteResult } from '../../../shared/util-http/project-api';
import { Conflict, type ConflictField } from '../../../shared/ui-conflict/conflict';
import { ConflictChoices } from '../../../shared/ui-conflict/conflict-choices';
import { DialogFoot } from '../../../shared/ui-dialog-foot/dialog-foot';
import type { AmendmentView } from '@office/contracts';

export interface AmendmentText {
  readonly title: string;
  readonly justification: string;
}

export interface TextQuestion<T extends AmendmentText> {
  readonly text: AmendmentText;
  readonly isNew: boolean;
  /** Saves; what was saved closes the dialog, a problem keeps everything typed. */
  readonly save: (text: AmendmentText) => Promise<WriteResult<T>>;
}

/** Title and justification of an amendment. When somebody else saved meanwhile, both are shown. */
@Component({
  selector: 'office-text-dialog',
  imports: [Conflict, ConflictChoices, DialogFoot, MatDialogActions, MatDialogContent, MatDialogTitle],
  templateUrl: './text-dialog.html',
})
export class TextDialog {
  readonly #dialog = inject<MatDialogRef<TextDialog>>(MatDialogRef);
  readonly #tried = signal(false);
  protected readonly question = inject<TextQuestion<AmendmentText>>(MAT_DIALOG_DATA);
  protected readonly title = signal(this.question.text.title);
  protected readonly justification = signal(this.question.text.justification);
  protected readonly saving = signal(false);
  protected readonly problem = signal<ReadProblem | null>(null);
  /** What somebody else saved meanwhile. */
  protected readonly theirs = computed(() => {
    const problem = this.problem();
    return problem ? (currentOf(problem) as AmendmentView | undefined) : undefined;
  });
  protected readonly fields = computed<readonly ConflictField[]>(() => {
    const theirs = this.theirs();
    return [
      { label: $localize`:@@amendmentText.title:Title`, mine: this.title(), theirs: theirs?.title ?? '' },
      {
        label: $localize`:@@amendmentText.justification:Why it is needed`,
        mine: this.justification(),
        theirs: theirs?.justification ?? '',
      },
    ];
  });
  protected readonly untitled = computed(() => this.#tried() && this.title().trim() === '');
  protected readonly titleMax = PLAN_TITLE_MAX_LENGTH;
  protected readonly textMax = PLAN_TEXT_MAX_LENGTH;
  protected readonly problemWords = problemWords;

  protected async save(): Promise<void> {
    this.#tried.set(true);
    if (this.untitled() || this.saving()) return;
    this.saving.set(true);
    const result = await this.question.save({ title: this.title().trim(), justification: this.justification().trim() });
    this.saving.set(false);
    this.problem.set(result.ok ? null : result.problem);
    if (result.ok) this.#dialog.close(result.value);
  }

  protected close(): void {
    this.#dialog.close();
  }
}
