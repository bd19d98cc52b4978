import { computed, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { AmendmentRequest, AmendmentView } from '@office/contracts';
import { endOfDay, type PlainDate, type PlanChange } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { currentOf, ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { Toasts } from '../../../shared/util-toast/toasts';
import { amendmentSteps } from '../data/amendment-steps';
import { indexOfChange, withChange } from '../data/assessment';
import { namesOfAmendment } from '../data/names';
import { stepOffers, type StepAction } from '../data/step-offers';
import type { AmendmentText } from './text-dialog';

const PATHS: Readonly<Record<StepAction, string>> = {
  approve: 'consortium-approval',
  'check-informally': 'informal-check',
  submit: 'submission',
  accept: 'acceptance',
  reject: 'rejection',
  withdraw: 'withdrawal',
  reopen: 'reopening',
};

/** One amendment: its changes, where it stands, and the steps that are taken with it. */
@Injectable()
export class AmendmentStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #toasts = inject(Toasts);
  readonly #params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });

  readonly page = pageResource<AmendmentView>(() => {
    const id = this.#params().get('amendmentId');
    return id === null ? undefined : this.#api.url('amendments', id);
  });
  readonly #view = this.page.data;
  readonly #start = computed(() => (this.#session.project()?.startDate ?? '2000-01-01') as PlainDate);

  readonly names = computed(() => {
    const view = this.#view();
    return view ? namesOfAmendment(view, this.#start()) : null;
  });
  readonly steps = computed(() => {
    const view = this.#view();
    return view ? amendmentSteps(view) : [];
  });
  readonly mayStep = computed(() => this.#session.may('amendment.step'));
  readonly offers = computed(() => {
    const view = this.#view();
    return view && this.mayStep() ? stepOffers(view) : [];
  });
  readonly editable = computed(() => this.#view()?.state === 'draft' && this.#session.may('amendment.prepare'));
  readonly blocked = computed(() => this.#view()?.findings.some(({ level }) => level === 'error') ?? false);
  /** Until when EACEA answers, while it has not. */
  readonly answerDueAt = computed(() => {
    const view = this.#view();
    const zone = this.#session.project()?.deadlineTimeZone;
    if (view?.state !== 'submitted' || view.answerDueOn === null || zone === undefined) return null;
    return endOfDay(zone, view.answerDueOn as PlainDate).toISOString();
  });
  readonly changes = computed<readonly PlanChange[]>(() => this.#view()?.changes.map(({ change }) => change) ?? []);
  readonly today = this.#session.today;
  readonly busy = signal(false);
  #seen: AmendmentView | undefined;

  /** A step or a text is about what was on screen when its form was opened, whatever the page shows meanwhile. */
  begin(seen: AmendmentView): void {
    this.#seen = seen;
  }

  /** Puts a change into the draft, in the place of the one it came from; the problem goes back to the form. */
  async putChange(original: PlanChange | null, change: PlanChange): Promise<ReadProblem | null> {
    const result = await this.#save({ changes: withChange(this.changes(), original, change) });
    return result.ok ? null : result.problem;
  }

  async takeOut(change: PlanChange): Promise<void> {
    const at = indexOfChange(this.changes(), change);
    const result = await this.#save({ changes: this.changes().filter((_, index) => index !== at) });
    this.#told(result, $localize`:@@amendment.changeTakenOut:The change is taken out`);
  }

  saveText(text: AmendmentText): Promise<WriteResult<AmendmentView>> {
    return this.#save(text, this.#seen);
  }

  /** Saves a draft as it is, so that it stands on the plan as agreed now. */
  async prepareAnew(): Promise<void> {
    this.#told(await this.#save({}), $localize`:@@amendment.preparedAnew:The draft stands on the plan as agreed now`);
  }

  /** Takes a step; the problem goes back to the form. */
  async take(action: StepAction, body?: object): Promise<ReadProblem | null> {
    const view = this.#seen ?? this.#view();
    if (!view) return null;
    const { version } = view;
    const write = body === undefined ? { version } : { version, body };
    const result = await this.#api.post<AmendmentView>(['amendments', view.id, PATHS[action]], write);
    this.#shown(result);
    return result.ok ? null : result.problem;
  }

  /** Takes a step that needs no form. */
  async takePlainly(action: StepAction, done: string): Promise<void> {
    this.busy.set(true);
    const problem = await this.take(action);
    this.busy.set(false);
    this.#toasts.show(problem ? problemWords(problem) : done, problem ? 'problem' : 'done');
  }

  async #save(part: Partial<AmendmentRequest>, view = this.#view()): Promise<WriteResult<AmendmentView>> {
    if (!view) return { ok: false, problem: { offline: true, code: 'offline', status: 0 } };
    const { title, justification, version } = view;
    const body: AmendmentRequest = { title, justification, changes: view.changes.map(({ change }) => change), ...part };
    this.busy.set(true);
    const result = await this.#api.put<AmendmentView>(['amendments', view.id, 'changes'], { body, version });
    this.busy.set(false);
    this.#shown(result);
    return result;
  }

  #told(result: WriteResult<AmendmentView>, done: string): void {
    this.#toasts.show(result.ok ? done : problemWords(result.problem), result.ok ? 'done' : 'problem');
  }

  /** What was saved, or what is at the server now; a second try is then about that. */
  #shown(result: WriteResult<AmendmentView>): void {
    const current = result.ok ? result.value : (currentOf(result.problem) as AmendmentView | undefined);
    // The project may last longer now, which the frame tells.
    if (current && current.agreement.inForce !== this.#view()?.agreement.inForce) void this.#session.refresh();
    this.#seen = current ?? this.#seen;
    if (current) this.page.set(current);
    else if (!result.ok && result.problem.status === 409) this.page.reload();
  }
}
