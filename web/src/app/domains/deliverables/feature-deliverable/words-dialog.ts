import '../../../shared/page-kit';
import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { DialogFoot } from '../../../shared/ui-dialog-foot/dialog-foot';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { withSpoken } from '../data/speech';
import { Dictate } from '../ui/dictate';

/** A step that takes some words with it. */
export interface WordsQuestion {
  readonly title: string;
  readonly subject: string;
  /** What the words are about, as somebody wrote it. */
  readonly quote: string | null;
  /** What the step means. */
  readonly hint: string | null;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** Said when no words are given. */
  readonly missing: string;
  readonly action: string;
  /** Takes the step; the problem when it was refused. */
  readonly save: (words: string) => Promise<ReadProblem | null>;
}

/** Answers to comments, objections to answers and reasons: some words, typed or dictated, and one step. */
@Component({
  selector: 'office-words-dialog',
  imports: [DialogFoot, Dictate, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>
      {{ question.title }}
      <small class="dialog-subject">{{ question.subject }}</small>
    </h2>
    <mat-dialog-content>
      <form id="words-form" class="dialog-form" (submit)="$event.preventDefault(); save()">
        @if (question.quote) {
          <blockquote>{{ question.quote }}</blockquote>
        }
        @if (question.hint) {
          <p class="muted">{{ question.hint }}</p>
        }
        <div class="field">
          <label for="words">{{ question.label }}</label>
          <textarea
            #text
            id="words"
            rows="4"
            [maxLength]="question.maxLength"
            [value]="words()"
            [attr.aria-invalid]="missing() ? true : null"
            [attr.aria-describedby]="missing() ? 'words-error' : null"
            (input)="words.set(text.value)"
          ></textarea>
          <office-dictate (heard)="hear($event)" />
          @if (missing()) {
            <p class="error" id="words-error" role="alert">{{ question.missing }}</p>
          }
        </div>
        @if (problem(); as words) {
          <p class="refusal" role="alert">{{ words }}</p>
        }
      </form>
    </mat-dialog-content>
    <office-dialog-foot form="words-form" [busy]="saving()" (cancelled)="cancel()">{{ question.action }}</office-dialog-foot>
  `,
  styles: `
    blockquote {
      margin: 0;
      padding: 8px 10px;
      border-left: 3px solid var(--line-strong);
      background: var(--surface-2);
      color: var(--ink-2);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class WordsDialog {
  readonly #dialog = inject<MatDialogRef<WordsDialog>>(MatDialogRef);
  protected readonly question = inject<WordsQuestion>(MAT_DIALOG_DATA);
  protected readonly words = signal(this.question.value);
  protected readonly missing = signal(false);
  protected readonly saving = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected cancel(): void {
    this.#dialog.close();
  }

  protected hear(spoken: string): void {
    this.words.update((words) => withSpoken(words, spoken, this.question.maxLength));
  }

  protected async save(): Promise<void> {
    const words = this.words().trim();
    this.missing.set(words === '');
    if (words === '') return;
    this.saving.set(true);
    const problem = await this.question.save(words);
    this.saving.set(false);
    if (problem) this.problem.set(problemWords(problem));
    else this.#dialog.close();
  }
}
