import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { FieldProblem, WorkStatusView } from '@office/contracts';
import { type ProgressSource, settleStatus, type WorkState } from '@office/domain';
import { pageResource } from '../../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../../shared/util-http/problem';
import { fieldWords } from '../../../../shared/util-http/problem-words';
import { currentOf, ProjectApi } from '../../../../shared/util-http/project-api';
import { draftOf, requestOf, type StatusDraft } from './status-draft';
import type { StatusResult, StatusSubject } from './status-subject';

const HIGHEST_UNFINISHED = 99;

/** Progress that goes with a state when the person chooses it. */
function progressFor(state: WorkState, progress: number): number {
  if (state === 'not-started') return 0;
  return state === 'done' ? 100 : Math.min(progress, HIGHEST_UNFINISHED);
}

/** One status being written: the draft, what is wrong with it, and what somebody else saved meanwhile. */
@Injectable()
export class StatusStore {
  readonly #api = inject(ProjectApi);
  readonly #subject = signal<StatusSubject | null>(null);
  readonly #refused = signal<readonly FieldProblem[]>([]);
  readonly #tried = signal(false);

  readonly loaded = pageResource<StatusResult>(
    () => {
      const subject = this.#subject();
      return subject === null || subject.status !== undefined ? undefined : this.#api.url(...path(subject));
    },
    { still: true },
  );
  /** The status that the draft started from; its version goes into `If-Match`. */
  readonly base = linkedSignal<WorkStatusView | undefined>(() => this.#subject()?.status ?? this.loaded.data()?.status);
  readonly draft = linkedSignal<StatusDraft | undefined>(() => {
    const status = this.#subject()?.status ?? this.loaded.data()?.status;
    return status && draftOf(status);
  });
  readonly saving = signal(false);
  readonly problem = signal<ReadProblem | null>(null);
  /** What is at the server now, when it is no longer what the draft started from. */
  readonly conflict = signal<StatusResult | null>(null);

  readonly findings = computed<readonly FieldProblem[]>(() => {
    const [draft, base] = [this.draft(), this.base()];
    const checked = draft && base && settleStatus(draft, base.derived);
    return checked === undefined || checked.ok ? this.#refused() : checked.reason;
  });
  readonly progressError = computed(() => this.#wordsFor('progress'));
  readonly narrativeError = computed(() => this.#wordsFor('narrative'));
  readonly reasonError = computed(() => this.#wordsFor('overrideReason'));

  open(subject: StatusSubject): void {
    this.#subject.set(subject);
  }

  choose(state: WorkState): void {
    this.change((draft) => ({ ...draft, state, progress: progressFor(state, draft.progress) }));
  }

  /** Own figures start from what counts now. */
  chooseSource(progressSource: ProgressSource): void {
    const derived = progressSource === 'derived' ? this.base()?.derived : undefined;
    this.change((draft) => ({ ...draft, ...derived, progressSource }));
  }

  change(next: (draft: StatusDraft) => StatusDraft): void {
    this.#refused.set([]);
    this.draft.update((draft) => draft && next(draft));
  }

  /** Saves the draft; what was saved, or undefined when something stands in the way. */
  async save(): Promise<StatusResult | undefined> {
    const [subject, draft, base] = [this.#subject(), this.draft(), this.base()];
    this.#tried.set(true);
    if (!subject || !draft || !base || this.findings().length > 0) return undefined;
    this.saving.set(true);
    this.problem.set(null);
    const result = await this.#api.put<StatusResult>([...path(subject), 'status'], {
      body: requestOf(draft, subject.kind),
      version: base.version,
    });
    this.saving.set(false);
    if (result.ok) return result.value;
    this.#refuse(result.problem);
    return undefined;
  }

  /** Saves the draft over what somebody else saved, now that the person has seen it. */
  saveOver(): Promise<StatusResult | undefined> {
    this.goOn();
    return this.save();
  }

  /** Back to the draft, which from now on starts from what is at the server. */
  goOn(): void {
    const current = this.conflict();
    if (current) this.base.set(current.status);
    this.conflict.set(null);
  }

  #refuse(problem: ReadProblem): void {
    const current = currentOf(problem) as StatusResult | undefined;
    if (current) this.conflict.set(current);
    else this.problem.set(problem);
    this.#refused.set(problem.offline ? [] : (problem.errors ?? []));
  }

  #wordsFor(path: string): string {
    const finding = this.#tried() ? this.findings().find((field) => field.path === path) : undefined;
    return finding ? fieldWords(finding) : '';
  }
}

const path = ({ kind, id }: StatusSubject): readonly string[] => [kind === 'task' ? 'tasks' : 'work-packages', id];
