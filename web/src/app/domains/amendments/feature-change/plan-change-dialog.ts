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
import { NOTE_MAX_LENGTH, type PlanChangeKind } from '@office/domain';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { problemWords } from '../../../shared/util-http/problem-words';
import { Toasts } from '../../../shared/util-toast/toasts';
import { ChangeFields } from '../ui/change-fields';
import { ClassNote } from '../ui/class-note';
import { FindingList } from '../ui/finding-list';
import type { ChangeTask } from './change-task';
import { PlanChangeStore } from './plan-change-store';

/** One change of the plan: what it is, its fields, what it needs by the agreement, and what it brings about. */
@Component({
  selector: 'office-plan-change-dialog',
  imports: [
    ActionButton,
    ChangeFields,
    ClassNote,
    ErrorState,
    FindingList,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Skeleton,
  ],
  providers: [PlanChangeStore],
  templateUrl: './plan-change-dialog.html',
  styleUrl: './plan-change-dialog.scss',
})
export class PlanChangeDialog {
  readonly #dialog = inject<MatDialogRef<PlanChangeDialog>>(MatDialogRef);
  readonly #toasts = inject(Toasts);
  protected readonly task = inject<ChangeTask>(MAT_DIALOG_DATA);
  protected readonly store = inject(PlanChangeStore);
  protected readonly note = signal('');
  protected readonly noteMaxLength = NOTE_MAX_LENGTH;
  protected readonly problemWords = problemWords;
  protected readonly toPlan = this.task.target === 'plan';
  /** Somebody else saved the draft meanwhile: what it holds now is shown beside this change. */
  protected readonly conflict = computed(() => this.store.problem()?.code === 'precondition-failed');
  protected readonly needsNote = computed(() => this.toPlan && this.store.locked());

  /** Why it cannot be saved now; null when it can. */
  protected readonly reason = computed(() => {
    const assessment = this.store.assessment();
    if (!assessment) return $localize`:@@planChange.unfinished:Fill the form in first.`;
    if (assessment.changesNothing) return $localize`:@@planChange.nothing:This is as planned already.`;
    if (!this.toPlan) return null;
    if (assessment.classified.class === 'amendment') {
      return $localize`:@@planChange.amendmentNeeded:This needs an amendment: prepare one and add the change to it.`;
    }
    if (assessment.findings.some(({ level }) => level === 'error'))
      return $localize`:@@change.impossible:The plan would not be right like this.`;
    return this.needsNote() && this.note().trim() === ''
      ? $localize`:@@planChange.noteMissing:Say who agreed, and where that is written.`
      : null;
  });

  constructor() {
    this.store.open(this.task);
  }

  protected chooseKind(kind: string): void {
    this.store.kind.set(kind as PlanChangeKind | '');
  }

  protected async save(): Promise<void> {
    const change = this.store.change();
    if (this.reason() !== null || change === null) return;
    if (!(await this.store.save(change, this.note().trim()))) return;
    this.#toasts.show(
      this.toPlan ? $localize`:@@planChange.applied:The plan is changed` : $localize`:@@planChange.added:The change is in the draft`,
    );
    this.#dialog.close();
  }
}
