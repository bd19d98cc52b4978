import { inject, Injectable, signal, type Type } from '@angular/core';
import type { JustificationRequest, MilestoneView, ReportDeliverable, ReportsView, ReportView } from '@office/contracts';
import { JUSTIFICATION_MAX_LENGTH, REASON_MAX_LENGTH, type ReportAction } from '@office/domain';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { pageResource } from '../../../shared/util-http/page-resource';
import { problemWords } from '../../../shared/util-http/problem-words';
import { currentOf, ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { Toasts } from '../../../shared/util-toast/toasts';
import { questionOf, STEP_PATHS } from '../data/report-steps';
import type { ChosenClaim } from '../ui/claims-table';
import type { TextQuestion } from '../ui/text-dialog';
import { ClaimsStore } from './claims-store';

/** What each report tells, and the steps taken with it. */
@Injectable()
export class ReportsStore {
  readonly #api = inject(ProjectApi);
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly #claims = inject(ClaimsStore);

  readonly page = pageResource<ReportsView>(() => this.#api.url('reports'));
  readonly busy = signal(false);

  async take(report: ReportView, action: ReportAction): Promise<void> {
    const body = await this.#askedFor(report, action);
    if (body === null) return;
    this.busy.set(true);
    const path = ['reports', report.id, STEP_PATHS[action]];
    const result = await this.#api.post<ReportView>(path, { body, version: report.version });
    this.busy.set(false);
    this.#settle(result);
  }

  /** Asks for the words; when somebody else wrote meanwhile, shows theirs and asks again with nothing lost. */
  async justify(report: ReportView, deliverable: ReportDeliverable): Promise<void> {
    let { version, text: seen } = deliverable.justification;
    let [mine, theirs]: [string, string | null] = [seen, null];
    for (;;) {
      const text = await this.#ask(justificationQuestion(deliverable, mine, theirs));
      if (text === undefined) return;
      const path = ['reports', report.id, 'justifications', deliverable.id];
      const result = await this.#api.put<ReportView>(path, { body: { text } satisfies JustificationRequest, version });
      const current = result.ok ? undefined : (currentOf(result.problem) as ReportView | undefined);
      if (current === undefined) {
        this.#settle(result);
        return;
      }
      this.#put(current);
      ({ version, text: seen } = current.deliverables.find(({ id }) => id === deliverable.id)?.justification ?? deliverable.justification);
      [mine, theirs] = [text, seen];
    }
  }

  async writeClaim(report: ReportView, chosen: ChosenClaim): Promise<void> {
    const view = this.page.data();
    const isLastPeriod = view?.reports.at(-1)?.id === report.id;
    const result = await this.#claims.write({ report, isLastPeriod, currency: view?.currency ?? '' }, chosen);
    if (result !== undefined) this.#settle(result);
  }

  async reportMilestone({ id }: MilestoneView): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../../work-plan/ui/milestone-dialog/milestone-dialog')).MilestoneDialog;
    const saved = await this.#dialogs.open<MilestoneView>(load, { id }, { width: '560px' });
    if (saved !== undefined) this.page.reload();
  }

  /** The body of the step; null when the person thought better of it. */
  async #askedFor({ number }: ReportView, action: ReportAction): Promise<object | null> {
    if (action === 'record-return') {
      const reason = await this.#ask(returnQuestion(number));
      return reason === undefined ? null : { reason };
    }
    const question = questionOf(action, number);
    return question === null || (await this.#dialogs.confirm(question)) ? {} : null;
  }

  #ask(question: TextQuestion): Promise<string | undefined> {
    const load = async (): Promise<Type<unknown>> => (await import('../ui/text-dialog')).TextDialog;
    return this.#dialogs.open<string>(load, question, { width: '560px' });
  }

  /** Another report may tell of something now that this one told of before: the page is read anew. */
  #settle(result: WriteResult<ReportView>): void {
    if (result.ok) {
      this.#put(result.value);
      this.#toasts.show($localize`:@@reports.saved:Saved`);
    } else {
      this.#toasts.show(problemWords(result.problem), 'problem');
    }
    this.page.reload();
  }

  #put(report: ReportView): void {
    const view = this.page.data();
    if (view) this.page.set({ ...view, reports: view.reports.map((one) => (one.id === report.id ? report : one)) });
  }
}

const justificationQuestion = ({ number, title }: ReportDeliverable, text: string, theirs: string | null): TextQuestion => ({
  title: $localize`:@@justify.title:Why ${number}:number: is late`,
  subject: title,
  label: $localize`:@@justify.label:Justification for EACEA`,
  action: $localize`:@@justify.save:Save the justification of ${number}:number:`,
  maxLength: JUSTIFICATION_MAX_LENGTH,
  text,
  theirs,
});

const returnQuestion = (number: number): TextQuestion => ({
  title: $localize`:@@returned.title:EACEA returned the report on period ${number}:number:`,
  subject: '',
  label: $localize`:@@returned.label:What EACEA asks for`,
  action: $localize`:@@returned.save:Note the return`,
  maxLength: REASON_MAX_LENGTH,
  text: '',
  theirs: null,
});
