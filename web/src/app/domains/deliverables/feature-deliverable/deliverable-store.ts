import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { ConfirmationRequest, DeliverableHistoryItem, DeliverableView, RevisionRequest } from '@office/contracts';
import type { ConfirmableCheck } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { currentOf, ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { Toasts } from '../../../shared/util-toast/toasts';
import { checkList, majorComments } from '../data/check-list';
import { doneWords } from '../data/done-words';
import { lifeSteps } from '../data/life-steps';
import { offersOf } from '../data/offers';
import { openRequest, portalLog } from '../data/portal-log';
import { roundOf } from '../data/rounds';

/** Steps that need no form of their own. */
export type PlainStep = 'open-review' | 'request-changes' | 'approve' | 'submit';

/** EACEA's word: accepted, or what it wants changed. */
export type Answer = { readonly accepted: true } | ({ readonly accepted: false } & RevisionRequest);

/** A deliverable in one answer, and the steps that are taken with it. */
@Injectable()
export class DeliverableStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #toasts = inject(Toasts);
  readonly #clock = inject(OfficeClock);
  readonly #params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });

  readonly page = pageResource<DeliverableView>(() => {
    const id = this.#params().get('deliverableId');
    return id === null ? undefined : this.#api.url('deliverables', id);
  });
  readonly #view = this.page.data;

  readonly offers = computed(() => {
    const view = this.#view();
    return view ? offersOf(view, this.#session.actor()) : { primary: null, others: [] };
  });
  readonly steps = computed(() => {
    const view = this.#view();
    return view ? lifeSteps(view, this.#clock.personZone()) : [];
  });
  readonly checks = computed(() => {
    const view = this.#view();
    return view ? checkList(view) : [];
  });
  readonly majors = computed(() => {
    const view = this.#view();
    return view ? majorComments(view.rounds) : [];
  });
  /** EACEA's request that the next version has to answer. */
  readonly request = computed(() => {
    const view = this.#view();
    return view ? openRequest(view) : null;
  });
  /** Whether there is anything to tell between the coordinator and EACEA. */
  readonly withEacea = computed(() => {
    const view = this.#view();
    return view !== undefined && portalLog(view).length > 0;
  });
  readonly mayConfirm = computed(() => {
    const view = this.#view();
    return view !== undefined && this.#session.may('deliverable.confirm-check', { leadBeneficiaryId: view.lead.id });
  });
  /** The round that takes verdicts now. */
  readonly round = computed(() => {
    const view = this.#view();
    return view ? roundOf(view) : null;
  });
  readonly busy = signal(false);
  /** What the person saw when a step was refused because somebody else had been faster. */
  readonly #overtaken = signal<DeliverableView | null>(null);
  /** What happened since then; the newest alone, for the page shows the rest. */
  readonly meanwhile = computed<DeliverableHistoryItem | null>(() => {
    const [seen, newest] = [this.#overtaken(), this.#view()?.history[0]];
    return seen && newest && newest.at > (seen.history[0]?.at ?? '') ? newest : null;
  });

  /** Takes a step on what the person saw; the page shows what became of it, also when somebody else was faster. */
  async take(step: PlainStep, seen: DeliverableView): Promise<void> {
    this.busy.set(true);
    this.dismiss();
    const result = await this.#post(step, seen);
    this.busy.set(false);
    if (result.ok) this.finished(result.value, doneWords(step, seen));
    else this.#refused(result.problem, seen);
  }

  /** The person has read what happened meanwhile. */
  dismiss(): void {
    this.#overtaken.set(null);
  }

  /** Puts the person's name to the version; a wrong password goes back to the form, whatever else is refused too. */
  async signOff(password: string, seen: DeliverableView): Promise<ReadProblem | null> {
    this.dismiss();
    const result = await this.#api.post<DeliverableView>(['review-rounds', roundOf(seen)?.id ?? '', 'sign-off'], { body: { password } });
    if (result.ok) {
      this.finished(result.value, doneWords('sign-off', seen));
      return null;
    }
    if (result.problem.status === 409) this.#refused(result.problem, seen);
    return result.problem;
  }

  /** Somebody has looked at the newest version and puts a name to it. */
  async confirmCheck(check: ConfirmableCheck, seen: DeliverableView): Promise<void> {
    const path = ['deliverables', seen.id, 'versions', seen.versions[0]?.id ?? '', 'confirmations'];
    const result = await this.#api.post<DeliverableView>(path, { body: { check } satisfies ConfirmationRequest });
    if (result.ok) this.finished(result.value, $localize`:@@done.confirmed:Confirmed; your name stands beside it`);
    else this.#refused(result.problem, seen);
  }

  /** Records EACEA's word; the problem goes back to the form, so that nothing that was written is lost. */
  async answer(answer: Answer, seen: DeliverableView): Promise<ReadProblem | null> {
    const path = ['deliverables', seen.id, answer.accepted ? 'acceptance' : 'revision-request'];
    const body = answer.accepted ? {} : { body: { reason: answer.reason } satisfies RevisionRequest };
    const result = await this.#api.post<DeliverableView>(path, { version: seen.version, ...body });
    if (result.ok) {
      this.finished(result.value, doneWords(answer.accepted ? 'accepted' : 'revision', seen));
      return null;
    }
    this.#showCurrent(result.problem, seen);
    return result.problem;
  }

  /** A form of the page has saved something. */
  finished(view: DeliverableView, words: string): void {
    this.page.set(view);
    this.#toasts.show(words);
  }

  #post(step: PlainStep, view: DeliverableView): Promise<WriteResult<DeliverableView>> {
    const round = roundOf(view)?.id ?? '';
    const { version } = view;
    switch (step) {
      case 'open-review':
        return this.#api.post(['deliverables', view.id, 'review-rounds'], { version });
      case 'request-changes':
        return this.#api.post(['review-rounds', round, 'change-request']);
      case 'approve':
        return this.#api.post(['deliverables', view.id, 'approval'], { version });
      case 'submit':
        return this.#api.post(['deliverables', view.id, 'submission'], { version });
    }
  }

  #refused(problem: ReadProblem, seen: DeliverableView): void {
    this.#toasts.show(problemWords(problem), 'problem');
    this.#showCurrent(problem, seen);
  }

  /** When the page is behind, it shows at once what is at the server now. */
  #showCurrent(problem: ReadProblem, seen: DeliverableView): void {
    const current = currentOf(problem) as DeliverableView | undefined;
    if (current) this.page.set(current);
    else if (problem.status === 409) this.page.reload();
    if (current || problem.status === 409) this.#overtaken.set(seen);
  }
}
