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
import type { PlainDate } from '@office/domain';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { dateWords } from '../../../shared/util-time/words';

export interface SignatureQuestion {
  readonly today: PlainDate;
  /** Records the signature; the problem when it could not be. */
  readonly save: (on: string) => Promise<ReadProblem | null>;
}

/** The day on which the agreement was signed: from then on the plan is a contract. */
@Component({
  selector: 'office-signature-dialog',
  imports: [ActionButton, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle i18n="@@signature.title">The agreement is signed</h2>
    <mat-dialog-content>
      <div class="dialog-form">
        <p i18n="@@signature.text">The plan as it stands becomes the baseline. From then on it changes by amendments only.</p>
        <div class="field">
          <label for="signed-on" i18n="@@stepForm.signedOn">Day of the last signature</label>
          <input #day id="signed-on" type="date" [max]="question.today" [value]="on()" (input)="on.set(day.value)" />
        </div>
        <div role="alert">
          @if (problem(); as problem) {
            <p class="refusal">{{ problemWords(problem) }}</p>
          }
        </div>
      </div>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose i18n="@@confirm.cancel">Cancel</button>
      <office-action-button look="filled" [reason]="reason()" [busy]="saving()" (act)="save()" i18n="@@planEdit.sign"
        >Record the signature</office-action-button
      >
    </mat-dialog-actions>
  `,
})
export class SignatureDialog {
  readonly #dialog = inject<MatDialogRef<SignatureDialog>>(MatDialogRef);
  protected readonly question = inject<SignatureQuestion>(MAT_DIALOG_DATA);
  protected readonly on = signal<string>(this.question.today);
  protected readonly saving = signal(false);
  protected readonly problem = signal<ReadProblem | null>(null);
  protected readonly problemWords = problemWords;
  protected readonly reason = computed(() =>
    this.on() !== '' && this.on() <= this.question.today
      ? null
      : $localize`:@@stepForm.notAfter:Choose a day up to ${dateWords(this.question.today)}:latest:.`,
  );

  protected async save(): Promise<void> {
    this.saving.set(true);
    const problem = await this.question.save(this.on());
    this.saving.set(false);
    this.problem.set(problem);
    if (!problem) this.#dialog.close();
  }
}
