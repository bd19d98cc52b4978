import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { FieldProblem, MilestoneView } from '@office/contracts';
import { checkAchievement, checkPostponement, isPlainDate, type PlainDate } from '@office/domain';
import { pageResource } from '../../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../../shared/util-http/problem';
import { fieldWords } from '../../../../shared/util-http/problem-words';
import { currentOf, ProjectApi } from '../../../../shared/util-http/project-api';
import { SessionStore } from '../../../../shared/util-session/session-store';

export type MilestoneAnswer = 'achieved' | 'not-achieved';

export interface MilestoneDraft {
  readonly answer: MilestoneAnswer;
  readonly achievedOn: string;
  readonly evidence: string;
  readonly evidenceUrl: string;
  readonly estimate: string;
  readonly reason: string;
}

/** One milestone being reported: the draft, what is wrong with it, and what somebody else reported meanwhile. */
@Injectable()
export class MilestoneStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #id = signal<string | null>(null);
  readonly #tried = signal(false);
  readonly #refused = signal<readonly FieldProblem[]>([]);

  readonly loaded = pageResource<MilestoneView>(
    () => {
      const id = this.#id();
      return id === null ? undefined : this.#api.url('milestones', id);
    },
    { still: true },
  );
  /** What the draft started from. */
  readonly base = linkedSignal<MilestoneView | undefined>(() => this.loaded.data());
  readonly draft = linkedSignal<MilestoneDraft | undefined>(() => {
    const milestone = this.loaded.data();
    const today = this.#session.today();
    return (
      milestone && {
        answer: 'achieved',
        achievedOn: milestone.achievedOn ?? (milestone.dueOn < today ? milestone.dueOn : today),
        evidence: milestone.evidence,
        evidenceUrl: milestone.evidenceUrl ?? '',
        estimate: milestone.estimate ?? '',
        reason: milestone.reason,
      }
    );
  });
  readonly saving = signal(false);
  readonly problem = signal<ReadProblem | null>(null);
  /** What is at the server now, when it is no longer what the draft started from. */
  readonly conflict = signal<MilestoneView | null>(null);

  readonly #findings = computed<readonly FieldProblem[]>(() => {
    const draft = this.draft();
    const project = this.#session.project();
    return draft && project ? findingsOf(draft, project, this.#session.today()) : [];
  });
  /** Words by field, once the person has tried to save. */
  readonly errors = computed<Readonly<Record<string, string>>>(() => {
    const findings = this.#tried() ? [...this.#findings(), ...this.#refused()] : [];
    return Object.fromEntries(findings.map((finding) => [finding.path, fieldWords(finding)]));
  });

  open(id: string): void {
    this.#id.set(id);
  }

  change(changed: Partial<MilestoneDraft>): void {
    this.#refused.set([]);
    this.draft.update((draft) => draft && { ...draft, ...changed });
  }

  /** Saves the draft; what was saved, or undefined when something stands in the way. */
  async save(): Promise<MilestoneView | undefined> {
    const [base, draft] = [this.base(), this.draft()];
    this.#tried.set(true);
    if (!base || !draft || this.#findings().length > 0) return undefined;
    this.saving.set(true);
    this.problem.set(null);
    const [step, body] = requestOf(draft);
    const result = await this.#api.post<MilestoneView>(['milestones', base.id, step], { body, version: base.version });
    this.saving.set(false);
    if (result.ok) return result.value;
    this.#refuse(result.problem);
    return undefined;
  }

  /** Back to the draft, which from now on starts from what is at the server. */
  goOn(): void {
    const current = this.conflict();
    if (current) this.base.set(current);
    this.conflict.set(null);
  }

  #refuse(problem: ReadProblem): void {
    const current = currentOf(problem) as MilestoneView | undefined;
    if (current) this.conflict.set(current);
    else this.problem.set(problem);
    this.#refused.set(problem.offline ? [] : (problem.errors ?? []));
  }
}

function requestOf({ answer, achievedOn, evidence, evidenceUrl, estimate, reason }: MilestoneDraft): [step: string, body: object] {
  if (answer === 'not-achieved') return ['postponement', { estimate, reason }];
  return ['achievement', { achievedOn, evidence, evidenceUrl: evidenceUrl.trim() === '' ? null : evidenceUrl }];
}

/** The same rules as at the server; a field that holds no date at all is told of first. */
function findingsOf(
  { answer, achievedOn, evidence, evidenceUrl, estimate, reason }: MilestoneDraft,
  project: { readonly startDate: string; readonly durationMonths: number },
  today: PlainDate,
): readonly FieldProblem[] {
  const startDate = project.startDate as PlainDate;
  const [path, date] = answer === 'achieved' ? (['achievedOn', achievedOn] as const) : (['estimate', estimate] as const);
  if (!isPlainDate(date)) return [{ path, code: 'is-plain-date' }];
  const url = evidenceUrl.trim() === '' ? null : evidenceUrl;
  const checked =
    answer === 'achieved'
      ? checkAchievement({ achievedOn: date, evidence, evidenceUrl: url }, startDate, today)
      : checkPostponement({ estimate: date, reason }, { startDate, durationMonths: project.durationMonths }, today);
  return checked.ok ? [] : checked.reason;
}
