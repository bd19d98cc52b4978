import { inject, Injectable, signal, type Type } from '@angular/core';
import type { CommentAgreementRequest, DeliverableView, ReviewCommentView } from '@office/contracts';
import { COMMENT_MAX_LENGTH, REASON_MAX_LENGTH } from '@office/domain';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { Toasts } from '../../../shared/util-toast/toasts';
import type { AppointQuestion } from '../../quality-board/ui/appoint-dialog/appoint-dialog';
import type { CommentTaken } from '../ui/comment-box';
import { DeliverableStore } from './deliverable-store';
import type { WordsQuestion } from './words-dialog';

/** What is done in a round besides the verdicts: answers to comments, what the reviewer says to them, and stepping aside. */
@Injectable()
export class BoardSteps {
  readonly #api = inject(ProjectApi);
  readonly #store = inject(DeliverableStore);
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly busy = signal(false);

  async comment({ step, comment }: CommentTaken, view: DeliverableView): Promise<void> {
    switch (step) {
      case 'agree':
        return this.#agreeAtOnce(comment);
      case 'answer':
        return this.#ask(this.#answer(comment, view));
      case 'contest':
      case 'agree-as-chair':
        return this.#ask(this.#judge(step === 'agree-as-chair', comment, view));
    }
  }

  recuse(roundId: string, view: DeliverableView): Promise<void> {
    return this.#ask({
      title: $localize`:@@recuse.title:Declare a conflict of interest`,
      subject: `${view.number} ${view.title}`,
      quote: null,
      hint: $localize`:@@recuse.hint:You then neither review nor decide on this deliverable. Your alternate does, if your institution has one. The reason is kept and seen by the project.`,
      label: $localize`:@@recuse.label:What the conflict is`,
      value: '',
      maxLength: REASON_MAX_LENGTH,
      missing: $localize`:@@recuse.missing:Say what the conflict is: an auditor will ask.`,
      action: $localize`:@@recuse.action:Step aside`,
      save: (reason) =>
        this.#save(
          this.#api.post<DeliverableView>(['review-rounds', roundId, 'recusal'], { body: { reason } }),
          $localize`:@@recuse.done:You have stepped aside`,
        ),
    });
  }

  /** Who writes the reviews: suggested by a fair spread. */
  async appoint(view: DeliverableView): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../../quality-board/ui/appoint-dialog/appoint-dialog')).AppointDialog;
    const question: AppointQuestion = { deliverableId: view.id, deliverable: `${view.number} ${view.title}` };
    const saved = await this.#dialogs.open<DeliverableView>(load, question);
    if (saved) this.#store.finished(saved, $localize`:@@appoint.done:Reviewers of ${view.number}:number: are appointed`);
  }

  #answer(comment: ReviewCommentView, view: DeliverableView): WordsQuestion {
    return {
      title: $localize`:@@answerComment.title:Answer to a comment`,
      subject: `${view.number} ${view.title}`,
      quote: comment.text,
      hint: null,
      label: $localize`:@@answerComment.label:Your answer, and where it is done`,
      value: comment.answer?.text ?? '',
      maxLength: COMMENT_MAX_LENGTH,
      missing: $localize`:@@answerComment.missing:Write the answer.`,
      action: $localize`:@@answerComment.action:Send the answer`,
      save: (text) =>
        this.#save(
          this.#api.put<DeliverableView>(['review-comments', comment.id, 'answer'], { body: { text } }),
          $localize`:@@answerComment.done:Your answer is with the reviewer`,
        ),
    };
  }

  #judge(asChair: boolean, comment: ReviewCommentView, view: DeliverableView): WordsQuestion {
    return {
      title: asChair ? $localize`:@@judge.chairTitle:Agree as the chair` : $localize`:@@judge.title:The answer is not agreed`,
      subject: `${view.number} ${view.title}`,
      quote: comment.answer?.text ?? null,
      hint: asChair ? $localize`:@@judge.chairHint:The chair speaks for a reviewer who does not answer. The reason is kept.` : null,
      label: $localize`:@@judge.label:Why`,
      value: '',
      maxLength: COMMENT_MAX_LENGTH,
      missing: $localize`:@@judge.missing:Say why.`,
      action: asChair ? $localize`:@@judge.chairAction:Agree` : $localize`:@@judge.action:Send it back to the lead`,
      save: (why) => this.#agreement(comment, { agreed: asChair, why }),
    };
  }

  async #agreeAtOnce(comment: ReviewCommentView): Promise<void> {
    this.busy.set(true);
    const problem = await this.#agreement(comment, { agreed: true });
    this.busy.set(false);
    if (problem) this.#toasts.show(problemWords(problem), 'problem');
  }

  #agreement(comment: ReviewCommentView, body: CommentAgreementRequest): Promise<ReadProblem | null> {
    const done = body.agreed
      ? $localize`:@@judge.agreed:The comment is settled`
      : $localize`:@@judge.contested:The lead is asked to answer anew`;
    return this.#save(this.#api.put<DeliverableView>(['review-comments', comment.id, 'agreement'], { body }), done);
  }

  async #save(write: Promise<WriteResult<DeliverableView>>, done: string): Promise<ReadProblem | null> {
    const result = await write;
    if (result.ok) {
      this.#store.finished(result.value, done);
      return null;
    }
    // Somebody was faster: the page shows how it stands now, and the words stay in the form.
    if (result.problem.status === 409) this.#store.page.reload();
    return result.problem;
  }

  async #ask(question: WordsQuestion): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('./words-dialog')).WordsDialog;
    await this.#dialogs.open(load, question);
  }
}
