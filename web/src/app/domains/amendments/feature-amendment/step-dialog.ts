import '../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { AmendmentView } from '@office/contracts';
import { answerDueOn, type PlainDate } from '@office/domain';
import { DialogFoot } from '../../../shared/ui-dialog-foot/dialog-foot';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { dateWords } from '../../../shared/util-time/words';
import { stepForm, type FormAction } from '../data/step-forms';
import { stepLabel } from '../data/step-offers';

export interface StepQuestion {
  readonly action: FormAction;
  readonly view: AmendmentView;
  readonly today: PlainDate;
  /** Takes the step; the problem when it could not be taken. */
  readonly save: (body: object) => Promise<ReadProblem | null>;
}

/** A step of an amendment with its day and what has to be said with it. */
@Component({
  selector: 'office-step-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle],
  templateUrl: './step-dialog.html',
})
export class StepDialog {
  readonly #dialog = inject<MatDialogRef<StepDialog>>(MatDialogRef);
  readonly #tried = signal(false);
  protected readonly question = inject<StepQuestion>(MAT_DIALOG_DATA);
  protected readonly form = stepForm(this.question.action, this.question.view, this.question.today);
  protected readonly heading = stepLabel(this.question.action);
  protected readonly on = signal<string>(this.form.latest);
  protected readonly effectiveOn = signal<string>(this.form.latest);
  protected readonly text = signal('');
  protected readonly saving = signal(false);
  protected readonly problem = signal<ReadProblem | null>(null);
  protected readonly problemWords = problemWords;

  protected readonly dayError = computed(() => {
    const { earliest, latest } = this.form;
    const on = this.on();
    if (on !== '' && on <= latest && (earliest === null || on >= earliest)) return '';
    const to = dateWords(latest);
    return earliest === null
      ? $localize`:@@stepForm.notAfter:Choose a day up to ${to}:latest:.`
      : $localize`:@@stepForm.between:Choose a day from ${dateWords(earliest)}:earliest: to ${to}:latest:.`;
  });
  protected readonly textError = computed(() =>
    this.#tried() && this.form.text?.required === true && this.text().trim() === '' ? this.form.text.missing : '',
  );
  /** What the API names when the day lies before the version that the amendment follows. */
  readonly #earliestEffective = computed(() => {
    const problem = this.problem();
    const errors = problem === null || problem.offline ? [] : (problem.errors ?? []);
    const refused = errors.find(({ path, code }) => path === 'effectiveOn' && code === 'date-too-early');
    return String(refused?.params?.['earliest'] ?? '');
  });
  protected readonly effectiveError = computed(() => {
    const [on, earliest] = [this.effectiveOn(), this.#earliestEffective()];
    if (!this.form.effective) return '';
    if (on === '') return $localize`:@@stepForm.effectiveMissing:Choose the day.`;
    if (on >= earliest) return '';
    return $localize`:@@stepForm.effectiveFrom:Choose a day from ${dateWords(earliest)}:earliest:: until then the agreement is another.`;
  });
  /** The last of the 45 days, when it is submitted. */
  protected readonly answerBy = computed(() =>
    this.question.action === 'submit' && this.dayError() === '' ? dateWords(answerDueOn(this.on() as PlainDate)) : '',
  );

  protected cancel(): void {
    this.#dialog.close();
  }

  protected async save(): Promise<void> {
    this.#tried.set(true);
    if (this.saving() || this.dayError() || this.textError() || this.effectiveError()) return;
    const { text, effective } = this.form;
    this.saving.set(true);
    const problem = await this.question.save({
      on: this.on(),
      ...(text && { [text.name]: this.text().trim() }),
      ...(effective && { effectiveOn: this.effectiveOn() }),
    });
    this.saving.set(false);
    this.problem.set(problem);
    if (!problem) this.#dialog.close();
  }
}
