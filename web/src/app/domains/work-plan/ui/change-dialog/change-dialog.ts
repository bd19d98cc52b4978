import '../../../../shared/page-kit';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { NOTE_MAX_LENGTH } from '@office/domain';
import { ActionButton } from '../../../../shared/ui-action-button/action-button';
import { Skeleton } from '../../../../shared/ui-skeleton/skeleton';
import { problemWords } from '../../../../shared/util-http/problem-words';
import { monthLabel } from '../../../../shared/util-time/words';
import { Toasts } from '../../../../shared/util-toast/toasts';
import { ClassNote } from '../../../amendments/ui/class-note';
import { FindingList } from '../../../amendments/ui/finding-list';
import { isDue, type Move } from '../../data/bar-move';
import { monthsWords, moveLabel, shiftWords } from '../../data/move-words';
import { ChangeStore } from './change-store';
import type { ChangeResult, ChangeSubject } from './change-subject';

/** Other months for something on the plan: what the change needs by the agreement, and the way there. */
@Component({
  selector: 'office-change-dialog',
  imports: [ActionButton, ClassNote, FindingList, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Skeleton],
  providers: [ChangeStore],
  templateUrl: './change-dialog.html',
  styleUrl: './change-dialog.scss',
})
export class ChangeDialog {
  readonly #dialog = inject<MatDialogRef<ChangeDialog, ChangeResult>>(MatDialogRef);
  readonly #toasts = inject(Toasts);
  readonly #data = inject<ChangeSubject>(MAT_DIALOG_DATA);

  protected readonly store = inject(ChangeStore);
  protected readonly subject = this.#data.move.subject;
  protected readonly due = isDue(this.subject);
  protected readonly lastMonth = this.#data.durationMonths;
  protected readonly now = monthsWords(this.#data.start, this.subject, this.subject);
  protected readonly move = signal<Move>(this.#data.move);
  protected readonly intended = computed(() => monthsWords(this.#data.start, this.subject, this.move()));
  protected readonly distance = computed(() => shiftWords(this.move()));
  protected readonly title = linkedSignal(() => `${this.subject.number}: ${moveLabel(this.move())}`);
  protected readonly note = signal('');
  protected readonly noteMaxLength = NOTE_MAX_LENGTH;
  protected readonly missing = signal<'note' | 'title' | null>(null);

  /** Why the primary action may not be done; null when it may. */
  protected readonly refusal = computed(() => {
    if (this.store.impossible()) return $localize`:@@change.impossible:The plan would not be right like this.`;
    return this.store.reason();
  });

  protected readonly problemWords = problemWords;

  constructor() {
    this.store.move.set(this.#data.move);
  }

  protected setStart(text: string): void {
    this.#set({ startMonth: Number(text) });
  }

  protected setEnd(text: string): void {
    this.#set(this.due ? { startMonth: Number(text), endMonth: Number(text) } : { endMonth: Number(text) });
  }

  protected async apply(): Promise<void> {
    this.missing.set(this.store.locked() && this.note().trim() === '' ? 'note' : null);
    if (this.missing() || !(await this.store.apply(this.note().trim()))) return;
    this.#toasts.show(
      $localize`:@@change.applied:${this.subject.number}:number: is planned for ${monthLabel(this.move().endMonth)}:month: now`,
    );
    this.#dialog.close('applied');
  }

  protected async add(): Promise<void> {
    this.missing.set(this.store.draftId() === null && this.title().trim() === '' ? 'title' : null);
    if (this.missing() || !(await this.store.add(this.title().trim()))) return;
    this.#toasts.show($localize`:@@change.added:The change of ${this.subject.number}:number: is in the draft amendment`);
    this.#dialog.close('added');
  }

  /** Months that a field may hold; half-typed ones are not asked about. */
  #set(months: Partial<Pick<Move, 'startMonth' | 'endMonth'>>): void {
    const next = { ...this.move(), ...months };
    const fits = [next.startMonth, next.endMonth].every((month) => Number.isInteger(month) && month >= 1 && month <= this.lastMonth);
    if (!fits) return;
    this.move.set(next);
    this.store.move.set(next);
  }
}
