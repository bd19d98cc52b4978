import '../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { DialogFoot } from '../../../shared/ui-dialog-foot/dialog-foot';

/** What is asked for; `theirs` is what somebody else wrote after the person had opened it. */
export interface TextQuestion {
  readonly title: string;
  readonly subject: string;
  readonly label: string;
  readonly action: string;
  readonly maxLength: number;
  readonly text: string;
  readonly theirs: string | null;
}

/** One text, never empty; closes with it. */
@Component({
  selector: 'office-text-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>
      {{ question.title }}<small class="dialog-subject">{{ question.subject }}</small>
    </h2>
    <mat-dialog-content>
      <form id="text-form" class="dialog-form" (submit)="$event.preventDefault(); save()">
        @if (question.theirs !== null) {
          <div role="alert" class="refusal">
            <p i18n="@@text.conflict">Somebody wrote this after you opened it. Saving puts your text in its place:</p>
            <blockquote>{{ question.theirs }}</blockquote>
          </div>
        }
        <div class="field">
          <label for="text-input">{{ question.label }}</label>
          <textarea
            #input
            id="text-input"
            rows="5"
            [maxLength]="question.maxLength"
            [value]="text()"
            [attr.aria-invalid]="empty()"
            [attr.aria-describedby]="empty() ? 'text-error' : null"
            (input)="text.set(input.value)"
          ></textarea>
          @if (empty()) {
            <span class="error" id="text-error" i18n="@@text.empty">Write a sentence at least.</span>
          }
        </div>
      </form>
    </mat-dialog-content>
    <office-dialog-foot form="text-form" (cancelled)="cancel()">{{ question.action }}</office-dialog-foot>
  `,
  styles: `
    form {
      padding-bottom: 4px;
    }

    blockquote {
      margin: 6px 0 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class TextDialog {
  readonly #dialog = inject<MatDialogRef<TextDialog, string>>(MatDialogRef);
  protected readonly question = inject<TextQuestion>(MAT_DIALOG_DATA);
  protected readonly text = signal(this.question.text);
  readonly #tried = signal(false);
  protected readonly empty = computed(() => this.#tried() && this.text().trim() === '');

  protected cancel(): void {
    this.#dialog.close();
  }

  protected save(): void {
    this.#tried.set(true);
    const text = this.text().trim();
    if (text !== '') this.#dialog.close(text);
  }
}
