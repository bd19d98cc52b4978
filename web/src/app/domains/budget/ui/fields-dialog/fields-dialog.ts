import '../../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { DialogFoot } from '../../../../shared/ui-dialog-foot/dialog-foot';
import { fieldProblem, type Field, type FieldsQuestion, type FieldValues } from '../../data/fields';

/** A few fields under one question; closes with what was typed once each of them is right. */
@Component({
  selector: 'office-fields-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle],
  templateUrl: './fields-dialog.html',
})
export class FieldsDialog {
  readonly #dialog = inject<MatDialogRef<FieldsDialog, FieldValues>>(MatDialogRef);
  protected readonly question = inject<FieldsQuestion>(MAT_DIALOG_DATA);
  protected readonly values = signal<FieldValues>(Object.fromEntries(this.question.fields.map(({ name, value }) => [name, value])));
  readonly #tried = signal(false);
  protected readonly problems = computed(() =>
    this.question.fields.map((field) => (this.#tried() ? fieldProblem(field, this.values()[field.name] ?? '') : null)),
  );

  protected write({ name }: Field, text: string): void {
    this.values.update((values) => ({ ...values, [name]: text }));
  }

  protected save(): void {
    this.#tried.set(true);
    if (this.problems().every((problem) => problem === null)) this.#dialog.close(this.values());
  }

  protected cancel(): void {
    this.#dialog.close();
  }
}
