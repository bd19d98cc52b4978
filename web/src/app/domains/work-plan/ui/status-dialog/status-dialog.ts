import '../../../../shared/page-kit';
import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import {
  NARRATIVE_MAX_LENGTH,
  PROGRESS_SOURCES,
  type ProgressSource,
  REASON_MAX_LENGTH,
  type Standing,
  TRAFFIC_LIGHTS,
  type TrafficLight,
  WORK_STATES,
} from '@office/domain';
import { Conflict } from '../../../../shared/ui-conflict/conflict';
import { ConflictChoices } from '../../../../shared/ui-conflict/conflict-choices';
import { DialogFoot } from '../../../../shared/ui-dialog-foot/dialog-foot';
import { ErrorState } from '../../../../shared/ui-error-state/error-state';
import { Skeleton } from '../../../../shared/ui-skeleton/skeleton';
import { workChip } from '../../../../shared/ui-status-chip/status-words';
import { trafficLightWords } from '../../data/traffic-light-words';
import { problemWords } from '../../../../shared/util-http/problem-words';
import { formatPercent } from '../../../../shared/util-locale/format';
import { Toasts } from '../../../../shared/util-toast/toasts';
import { statusFields } from './status-fields';
import { StatusStore } from './status-store';
import type { StatusResult, StatusSubject } from './status-subject';

/** State, progress and a short narrative of a task or a work package; when somebody else was faster, both are shown. */
@Component({
  selector: 'office-status-dialog',
  imports: [Conflict, ConflictChoices, DialogFoot, ErrorState, MatDialogActions, MatDialogContent, MatDialogTitle, Skeleton],
  providers: [StatusStore],
  templateUrl: './status-dialog.html',
  styleUrl: './status-dialog.scss',
})
export class StatusDialog {
  readonly #dialog = inject<MatDialogRef<StatusDialog, StatusResult>>(MatDialogRef);
  readonly #toasts = inject(Toasts);

  protected readonly subject = inject<StatusSubject>(MAT_DIALOG_DATA);
  protected readonly store = inject(StatusStore);
  protected readonly states = WORK_STATES.map((id) => ({ id, word: workChip(id).word }));
  protected readonly sources = PROGRESS_SOURCES;
  protected readonly lights = [null, ...TRAFFIC_LIGHTS].map((id) => ({ id, word: trafficLightWords(id) }));
  protected readonly reasonMaxLength = REASON_MAX_LENGTH;
  protected readonly narrativeMaxLength = NARRATIVE_MAX_LENGTH;
  protected readonly problemWords = problemWords;
  protected readonly statusFields = statusFields;

  constructor() {
    this.store.open(this.subject);
  }

  protected setProgress(text: string): void {
    // An emptied field is no progress at all, and never 0 %. What is typed stays as it is: the rule says what is wrong.
    const progress = text.trim() === '' ? Number.NaN : Number(text);
    this.store.change((draft) => ({ ...draft, progress }));
  }

  protected sourceWords(source: ProgressSource, derived: Standing): string {
    const figures = `${workChip(derived.state).word}, ${formatPercent(derived.progress)}`;
    if (source === 'overridden') return $localize`:@@status.ownFigures:Say otherwise`;
    return this.subject.kind === 'task'
      ? $localize`:@@status.fromParts:From the parts: ${figures}:figures:`
      : $localize`:@@status.fromTasks:From the tasks: ${figures}:figures:`;
  }

  protected setNarrative(narrative: string): void {
    this.store.change((draft) => ({ ...draft, narrative }));
  }

  protected setReason(overrideReason: string): void {
    this.store.change((draft) => ({ ...draft, overrideReason }));
  }

  protected setLight(trafficLight: TrafficLight | null): void {
    this.store.change((draft) => ({ ...draft, trafficLight }));
  }

  protected setNextSteps(nextSteps: string): void {
    this.store.change((draft) => ({ ...draft, nextSteps }));
  }

  protected async save(): Promise<void> {
    this.#close(await this.store.save());
  }

  protected async saveOver(): Promise<void> {
    this.#close(await this.store.saveOver());
  }

  protected keepTheirs(current: StatusResult): void {
    this.#dialog.close(current);
  }

  protected cancel(): void {
    this.#dialog.close();
  }

  #close(saved: StatusResult | undefined): void {
    if (saved === undefined) return;
    this.#toasts.show($localize`:@@status.saved:Status of ${this.subject.number}:number: saved`);
    this.#dialog.close(saved);
  }
}
