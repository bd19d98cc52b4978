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
import type { SavedView } from '@office/contracts';
import { SAVED_VIEW_NAME_MAX_LENGTH, savedViewErrors } from '@office/domain';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { fieldWords, problemWords } from '../../../shared/util-http/problem-words';

export interface ViewQuestion {
  /** The view that gets another name; null for a new one. */
  readonly view: SavedView | null;
  readonly others: readonly SavedView[];
  readonly save: (name: string, standard: boolean) => Promise<ReadProblem | null>;
}

function wordsOf(problem: ReadProblem): string {
  const [first] = problem.offline ? [] : (problem.errors ?? []);
  return first ? fieldWords(first) : problemWords(problem);
}

/** A name for a view of the list. */
@Component({
  selector: 'office-view-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>
      @if (question.view) {
        <ng-container i18n="@@view.rename">Rename the view</ng-container>
      } @else {
        <ng-container i18n="@@view.save">Save this view of the list</ng-container>
      }
    </h2>
    <mat-dialog-content>
      <form id="view-form" class="dialog-form" (submit)="$event.preventDefault(); save()">
        <div class="field">
          <label for="view-name" i18n="@@view.name">Name</label>
          <input
            #text
            id="view-name"
            autocomplete="off"
            [maxLength]="maxLength"
            [value]="name()"
            [attr.aria-invalid]="error() ? true : null"
            [attr.aria-describedby]="error() ? 'view-error' : null"
            (input)="name.set(text.value)"
          />
          @if (error(); as words) {
            <p class="error" id="view-error" role="alert">{{ words }}</p>
          }
        </div>
        <label class="standard">
          <input #box type="checkbox" [checked]="standard()" (change)="standard.set(box.checked)" />
          <ng-container i18n="@@view.standard">Open the list with this view</ng-container>
        </label>
        @if (problem(); as words) {
          <p class="refusal" role="alert">{{ words }}</p>
        }
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose i18n="@@confirm.cancel">Cancel</button>
      <button matButton="filled" type="submit" form="view-form" [disabled]="saving()" i18n="@@view.keep">Save</button>
    </mat-dialog-actions>
  `,
  styles: `
    .standard {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 44px;
    }
  `,
})
export class ViewDialog {
  readonly #dialog = inject<MatDialogRef<ViewDialog>>(MatDialogRef);
  readonly #tried = signal(false);
  protected readonly question = inject<ViewQuestion>(MAT_DIALOG_DATA);
  protected readonly maxLength = SAVED_VIEW_NAME_MAX_LENGTH;
  protected readonly name = signal(this.question.view?.name ?? '');
  protected readonly standard = signal(this.question.view?.standard ?? false);
  protected readonly saving = signal(false);
  protected readonly problem = signal<string | null>(null);
  readonly #errors = computed(() => savedViewErrors(this.name(), this.question.others, this.question.view === null));
  protected readonly error = computed(() => {
    const [first] = this.#errors();
    return this.#tried() && first ? fieldWords(first) : null;
  });

  protected async save(): Promise<void> {
    this.#tried.set(true);
    if (this.#errors().length > 0) return;
    this.saving.set(true);
    const problem = await this.question.save(this.name().trim(), this.standard());
    this.saving.set(false);
    if (problem === null) this.#dialog.close();
    else this.problem.set(wordsOf(problem));
  }
}
