import '../../../../shared/page-kit';
import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { ClassificationView } from '@office/contracts';
import { NOTE_MAX_LENGTH } from '@office/domain';
import { ActionButton } from '../../../../shared/ui-action-button/action-button';
import { Skeleton } from '../../../../shared/ui-skeleton/skeleton';
import { problemWords } from '../../../../shared/util-http/problem-words';
import { SessionStore } from '../../../../shared/util-session/session-store';
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
  readonly #session = inject(SessionStore);
  readonly #toasts = inject(Toasts);
  readonly #data = inject<ChangeSubject>(MAT_DIALOG_DATA);

  protected readonly store = inject(ChangeStore);
  protected readonly subject = this.#data.move.subject;
  protected readonly due = isDue(this.subject);
  protected readonly lastMonth = this.#data.durationMonths;
  protected readonly now = monthsWords(this.#data.start, this.subject, this.subject);
  /** What the fields began with. */
  protected readonly first = this.#data.move;
  /** What stands in the fields; null where it is no month of the project. */
  protected readonly startMonth = signal<number | null>(this.first.startMonth);
  protected readonly endMonth = signal<number | null>(this.first.endMonth);
  protected readonly reversed = computed(() => {
    const [startMonth, endMonth] = [this.startMonth(), this.endMonth()];
    return startMonth !== null && endMonth !== null && startMonth > endMonth;
  });
  /** What is wrong with the last month. */
  protected readonly endRule = computed(() => {
    if (this.endMonth() === null) return this.rule;
    return this.reversed() ? $localize`:@@change.reversed:The last month comes before the first.` : '';
  });
  protected readonly move = computed<Move | null>(() => {
    const [startMonth, endMonth] = [this.startMonth(), this.endMonth()];
    return startMonth === null || endMonth === null || this.reversed() ? null : { subject: this.subject, startMonth, endMonth };
  });
  protected readonly rule = $localize`:@@change.rule:A whole month from M1 to ${monthLabel(this.lastMonth)}:last:.`;
  protected readonly intended = computed(() => this.#words((move) => monthsWords(this.#data.start, this.subject, move)) ?? '–');
  protected readonly distance = computed(() => this.#words(shiftWords) ?? '');
  protected readonly title = linkedSignal<string | null, string>({
    source: () => this.#words(moveLabel),
    computation: (label, before) => (label === null ? (before?.value ?? '') : `${this.subject.number}: ${label}`),
  });
  protected readonly note = signal('');
  protected readonly noteMaxLength = NOTE_MAX_LENGTH;
  protected readonly missing = signal<'note' | 'title' | null>(null);

  /** What the months asked about last need: the button stays where it is while others are typed. */
  protected readonly changeClass = linkedSignal<ClassificationView['class'] | undefined, ClassificationView['class'] | undefined>({
    source: () => this.store.classification()?.class,
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly busy = computed(() => this.store.saving() || !this.store.ready() || this.store.asking());

  /** Why the primary action may not be done; null when it may. */
  protected readonly refusal = computed(() => {
    if (this.move() === null) return this.endRule() || this.rule;
    if (!this.store.moved()) return $localize`:@@change.unmoved:These are the months it has now.`;
    if (this.store.impossible()) return $localize`:@@change.impossible:The plan would not be right like this.`;
    return this.store.reason();
  });

  protected readonly problemWords = problemWords;

  constructor() {
    effect(() => this.store.move.set(this.move()));
  }

  protected setStart(text: string): void {
    this.startMonth.set(this.#month(text));
  }

  protected setEnd(text: string): void {
    const month = this.#month(text);
    this.endMonth.set(month);
    if (this.due) this.startMonth.set(month);
  }

  protected async apply(): Promise<void> {
    this.missing.set(this.store.locked() && this.note().trim() === '' ? 'note' : null);
    const month = this.endMonth();
    if (this.missing() || month === null || !(await this.store.apply(this.note().trim()))) return;
    this.#toasts.show($localize`:@@change.applied:${this.subject.number}:number: is planned for ${monthLabel(month)}:month: now`);
    this.#dialog.close('applied');
  }

  protected async add(): Promise<void> {
    this.missing.set(this.store.draftId() === null && this.title().trim() === '' ? 'title' : null);
    const amendment = this.missing() ? undefined : await this.store.add(this.title().trim());
    if (amendment === undefined) return;
    this.#toasts.show($localize`:@@change.added:The change of ${this.subject.number}:number: is in the draft amendment`, 'done', {
      label: $localize`:@@change.openDraft:Open the draft`,
      to: ['/p', this.#session.project()?.projectId ?? '', 'amendments', amendment.id],
    });
    this.#dialog.close('added');
  }

  /** The month that a field holds; null when it is empty or none of the project. */
  #month(text: string): number | null {
    const month = Number(text);
    return Number.isInteger(month) && month >= 1 && month <= this.lastMonth ? month : null;
  }

  #words(of: (move: Move) => string): string | null {
    const move = this.move();
    return move && of(move);
  }
}
