import '../../../shared/page-kit';
import { afterNextRender, Component, ElementRef, inject, Injector, signal, viewChild } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { DialogFoot } from '../../../shared/ui-dialog-foot/dialog-foot';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { SessionStore } from '../../../shared/util-session/session-store';
import { QuorumBar } from '../../quality-board/ui/quorum-bar';
import type { DecisionQuestion } from './decision-dialog';

/** A sign-off, and what it is bound to; `sign` answers with the problem when it was refused. */
export interface SignOffQuestion extends DecisionQuestion {
  readonly sign: (password: string) => Promise<ReadProblem | null>;
}

/** The board's signature: the votes and the file's hash in sight, and the person's password asked for again. */
@Component({
  selector: 'office-sign-off-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle, QuorumBar],
  templateUrl: './sign-off-dialog.html',
  styleUrl: './sign-off-dialog.scss',
})
export class SignOffDialog {
  readonly #dialog = inject<MatDialogRef<SignOffDialog>>(MatDialogRef);
  readonly #injector = inject(Injector);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('password');
  protected readonly question = inject<SignOffQuestion>(MAT_DIALOG_DATA);
  protected readonly email = inject(SessionStore).me()?.person.email ?? '';
  protected readonly signing = signal(false);
  /** What is wrong with the password. */
  protected readonly wrong = signal<string | null>(null);
  /** Why signing is refused, whatever the password. */
  protected readonly refused = signal<string | null>(null);

  protected cancel(): void {
    this.#dialog.close();
  }

  protected async sign(): Promise<void> {
    const password = this.field().nativeElement.value;
    this.wrong.set(password === '' ? $localize`:@@signOff.passwordMissing:Type your password.` : null);
    if (this.wrong() !== null) {
      this.#back();
      return;
    }
    this.signing.set(true);
    this.refused.set(null);
    const problem = await this.question.sign(password);
    this.signing.set(false);
    // Once the page has moved on there is nothing left to sign here; it tells what happened.
    if (problem === null || problem.status === 409) {
      this.#dialog.close();
      return;
    }
    if (problem.code === 'password-wrong') {
      this.wrong.set(problemWords(problem));
      this.#back();
    } else this.refused.set(problemWords(problem));
  }

  #back(): void {
    afterNextRender(() => this.field().nativeElement.select(), { injector: this.#injector });
  }
}
