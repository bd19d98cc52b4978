import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { FieldProblem, TaskPartView } from '@office/contracts';
import { checkTaskPart, CRITERIA_MAX, evidenceUrl, type WorkState } from '@office/domain';
import { pageResource } from '../../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../../shared/util-http/problem';
import { fieldWords } from '../../../../shared/util-http/problem-words';
import { currentOf, ProjectApi, type WriteResult } from '../../../../shared/util-http/project-api';
import { SessionStore } from '../../../../shared/util-session/session-store';
import { fileFinding } from '../../../deliverables/data/file-check';
import { draftOf, type PartDraft, requestOf } from './part-draft';
import type { PartSubject } from './part-subject';

/** One part being written: the draft, its evidence, and what somebody else saved meanwhile. */
@Injectable()
export class PartStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #subject = signal<PartSubject | null>(null);
  readonly #refused = signal<readonly FieldProblem[]>([]);
  readonly #tried = signal(false);

  readonly page = pageResource<TaskPartView>(
    () => {
      const subject = this.#subject();
      return subject === null ? undefined : this.#api.url(...path(subject));
    },
    { still: true },
  );
  /** What the draft started from; its version goes into `If-Match`. */
  readonly base = linkedSignal(() => this.page.data());
  readonly draft = linkedSignal<TaskPartView | undefined, PartDraft | undefined>({
    source: () => this.page.data(),
    // Evidence that comes or goes leaves what was typed as it is.
    computation: (part, previous) => previous?.value ?? (part && draftOf(part)),
  });
  readonly busy = signal(false);
  readonly problem = signal<ReadProblem | null>(null);
  /** Why a file was not taken, in words. */
  readonly fileProblem = signal('');
  /** What is at the server now, when it is no longer what the draft started from. */
  readonly conflict = signal<TaskPartView | null>(null);
  /** Whether anything was saved since the dialog opened. */
  readonly saved = signal<TaskPartView | undefined>(undefined);

  readonly findings = computed<readonly FieldProblem[]>(() => {
    const draft = this.draft();
    if (draft === undefined) return [];
    const checked = checkTaskPart(draft);
    const link = draft.link.trim() !== '' && evidenceUrl(draft.link) === null ? [{ path: 'link', code: 'not-a-web-address' }] : [];
    const own = [...(checked.ok ? [] : checked.reason), ...link];
    return own.length > 0 ? own : this.#refused();
  });
  readonly noteError = computed(() => this.#wordsFor('note'));
  readonly criteriaError = computed(() => this.#wordsFor('criteria'));
  readonly linkError = computed(() => this.#wordsFor('link') || this.#wordsFor('links.0.url') || this.#wordsFor('evidence'));
  readonly openCriteria = computed(() => (this.draft()?.criteria ?? []).filter(({ met }) => !met).length);
  readonly mayAddCriterion = computed(() => (this.draft()?.criteria.length ?? 0) < CRITERIA_MAX);

  open(subject: PartSubject): void {
    this.#subject.set(subject);
  }

  choose(state: WorkState): void {
    this.change({ state });
  }

  change(part: Partial<PartDraft>): void {
    this.#refused.set([]);
    this.draft.update((draft) => draft && { ...draft, ...part });
  }

  tick(index: number, met: boolean): void {
    this.change({ criteria: (this.draft()?.criteria ?? []).map((one, at) => (at === index ? { ...one, met } : one)) });
  }

  tickAll(): void {
    this.change({ criteria: (this.draft()?.criteria ?? []).map((one) => ({ ...one, met: true })) });
  }

  addCriterion(text: string): void {
    if (text.trim() !== '') this.change({ criteria: [...(this.draft()?.criteria ?? []), { text: text.trim(), met: false }] });
  }

  removeCriterion(index: number): void {
    this.change({ criteria: (this.draft()?.criteria ?? []).filter((_, at) => at !== index) });
  }

  /** Saves the draft; what was saved, or undefined when something stands in the way. */
  async save(): Promise<TaskPartView | undefined> {
    const [subject, draft, base] = [this.#subject(), this.draft(), this.base()];
    this.#tried.set(true);
    if (!subject || !draft || !base || this.findings().length > 0) return undefined;
    return this.#take(() => this.#api.put<TaskPartView>(path(subject), { body: requestOf(draft), version: base.version }));
  }

  /** A file is evidence as soon as it is chosen: it may be large, and is sent on its own. */
  async addFile(file: File): Promise<void> {
    const [subject, base] = [this.#subject(), this.base()];
    this.fileProblem.set(fileFinding(file, this.#session.me()?.maxUploadBytes ?? Infinity) ?? '');
    if (!subject || !base || this.fileProblem() !== '') return;
    await this.#take(() => this.#api.postFile<TaskPartView>([...path(subject), 'evidence'], file, base.version));
  }

  fileAddress(evidenceId: string): string {
    const subject = this.#subject();
    return (subject && this.#api.url(...path(subject), 'evidence', evidenceId, 'file')) ?? '';
  }

  async removeEvidence(evidenceId: string): Promise<void> {
    const [subject, base] = [this.#subject(), this.base()];
    if (subject && base) await this.#take(() => this.#api.delete<TaskPartView>([...path(subject), 'evidence', evidenceId], base));
  }

  /** Saves the draft over what somebody else saved, now that the person has seen it. */
  saveOver(): Promise<TaskPartView | undefined> {
    this.goOn();
    return this.save();
  }

  /** Back to the draft, which from now on starts from what is at the server. */
  goOn(): void {
    const current = this.conflict();
    if (current) this.base.set(current);
    this.conflict.set(null);
  }

  async #take(write: () => Promise<WriteResult<TaskPartView>>): Promise<TaskPartView | undefined> {
    if (this.busy()) return undefined;
    this.busy.set(true);
    this.problem.set(null);
    const result = await write();
    this.busy.set(false);
    if (!result.ok) {
      this.#refuse(result.problem);
      return undefined;
    }
    this.base.set(result.value);
    this.saved.set(result.value);
    return result.value;
  }

  #refuse(problem: ReadProblem): void {
    const current = currentOf(problem) as TaskPartView | undefined;
    if (current) this.conflict.set(current);
    else this.problem.set(problem);
    this.#refused.set(problem.offline ? [] : (problem.errors ?? []));
  }

  #wordsFor(path: string): string {
    const finding = this.#tried() ? this.findings().find((field) => field.path === path) : undefined;
    return finding ? fieldWords(finding) : '';
  }
}

const path = ({ taskId, beneficiary }: PartSubject): readonly string[] => ['tasks', taskId, 'parts', beneficiary.id];
