import type { ReportView } from '@office/contracts';
import { findTransition, reportFacts, reportMachine, step, type ReportAction, type ReportFact } from '@office/domain';
import type { ConfirmQuestion } from '../../../shared/ui-confirm/confirm-question';

/** The last part of each step's address. */
export const STEP_PATHS: Readonly<Record<ReportAction, string>> = {
  open: 'opening',
  prepare: 'preparation',
  lock: 'lock',
  unlock: 'unlocking',
  submit: 'submission',
  'record-return': 'return',
  'record-acceptance': 'acceptance',
};

/** A step that the report's state allows; `missing` is what still keeps it from being taken. */
export interface ReportOffer {
  readonly action: ReportAction;
  readonly word: string;
  readonly missing: string | null;
}

const WORDS: Record<ReportAction, () => string> = {
  open: () => $localize`:@@reportStep.open:Note that EACEA opened it`,
  prepare: () => $localize`:@@reportStep.prepare:Begin to prepare it`,
  lock: () => $localize`:@@reportStep.lock:Lock for review`,
  unlock: () => $localize`:@@reportStep.unlock:Unlock`,
  submit: () => $localize`:@@reportStep.submit:Note that it was submitted`,
  'record-return': () => $localize`:@@reportStep.return:Note that EACEA returned it`,
  'record-acceptance': () => $localize`:@@reportStep.accept:Note that EACEA accepted it`,
};

const MISSING: Record<ReportFact, () => string> = {
  'period-ended': () => $localize`:@@reportStep.periodRuns:The period has not ended yet.`,
  'late-deliverables-justified': () => $localize`:@@reportStep.justify:Late deliverables are not justified yet.`,
  'milestones-estimated': () => $localize`:@@reportStep.estimate:Milestones that were due have no new estimate yet.`,
};

/** What can be done next with a report, by the same table as at the server. */
export function offersOf(report: ReportView): ReportOffer[] {
  const facts = reportFacts(report.checks);
  return reportMachine.actions
    .filter((action) => findTransition(reportMachine, report.state, action) !== undefined)
    .map((action) => {
      const answer = step(reportMachine, report.state, action, facts);
      const fact = !answer.ok && answer.reason.code === 'fact-missing' ? answer.reason.fact : null;
      return { action, word: WORDS[action](), missing: fact === null ? null : MISSING[fact]() };
    });
}

/** Steps that are confirmed first: what they mean. */
export function questionOf(action: ReportAction, number: number): ConfirmQuestion | null {
  const word = WORDS[action]();
  switch (action) {
    case 'lock':
      return {
        title: $localize`:@@reportConfirm.lock:Lock the report on period ${number}:number: for review?`,
        text: $localize`:@@reportConfirm.lockText:Part A is what stands in the portal at the first lock; what is entered later is not in it. The report can be unlocked again.`,
        action: word,
      };
    case 'submit':
      return {
        title: $localize`:@@reportConfirm.submit:Is the report on period ${number}:number: submitted in the EU portal?`,
        text: $localize`:@@reportConfirm.submitText:This only notes what was done there.`,
        action: word,
      };
    case 'record-acceptance':
      return {
        title: $localize`:@@reportConfirm.accept:Has EACEA accepted the report on period ${number}:number:?`,
        text: $localize`:@@reportConfirm.acceptText:It is closed for good then.`,
        action: word,
      };
    case 'open':
    case 'prepare':
    case 'unlock':
    case 'record-return':
      return null;
  }
}
