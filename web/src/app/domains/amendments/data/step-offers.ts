import type { AmendmentView } from '@office/contracts';
import { amendmentMachine, step, type AmendmentAction, type AmendmentFact } from '@office/domain';

/** Steps that a person takes; that one lapses is the calendar's. */
export type StepAction = Exclude<AmendmentAction, 'lapse'>;

/** A step that may be taken next, or why not now. */
export interface StepOffer {
  readonly action: StepAction;
  readonly label: string;
  readonly reason: string | null;
}

const LABELS: Readonly<Record<StepAction, () => string>> = {
  approve: () => $localize`:@@amendmentStep.approve:Record the consortium's approval`,
  'check-informally': () => $localize`:@@amendmentStep.check:Record the informal check`,
  submit: () => $localize`:@@amendmentStep.submit:Record the submission`,
  accept: () => $localize`:@@amendmentStep.accept:Record the acceptance`,
  reject: () => $localize`:@@amendmentStep.reject:Record the rejection`,
  withdraw: () => $localize`:@@amendmentStep.withdraw:Withdraw`,
  reopen: () => $localize`:@@amendmentStep.reopen:Open again as a draft`,
};

const REASONS: Readonly<Record<AmendmentFact, () => string>> = {
  'has-changes': () => $localize`:@@amendmentStep.noChanges:There is no change in it yet.`,
  'has-justification': () => $localize`:@@amendmentStep.noJustification:It does not say yet why it is needed.`,
  'on-current-plan': () => $localize`:@@amendmentStep.stale:Another amendment was accepted since this one was prepared.`,
  'changes-apply': () => $localize`:@@amendmentStep.errors:The plan would not be right like this: see what stands in the way.`,
  'silent-for-45-days': () => $localize`:@@amendmentStep.notSilent:The 45 days are not over.`,
  'answered-in-time': () => $localize`:@@amendmentStep.tooLate:The answer has to lie within the 45 days.`,
  'asked-in-time': () => $localize`:@@amendmentStep.projectEnded:This has to be asked for before the project ends.`,
};

export const stepLabel = (action: StepAction): string => LABELS[action]();

/** The reason of the machine; whether a request or an answer came in time is for its day to say, which is asked for in the form. */
function reasonFor({ state, changeCount, justification, stale, findings }: AmendmentView, action: StepAction): string | null {
  const facts: Record<AmendmentFact, boolean> = {
    'has-changes': changeCount > 0,
    'has-justification': justification.trim() !== '',
    'on-current-plan': !stale,
    'changes-apply': findings.every(({ level }) => level !== 'error'),
    'silent-for-45-days': state === 'lapsed',
    'answered-in-time': true,
    'asked-in-time': true,
  };
  const taken = step(amendmentMachine, state, action, facts);
  return taken.ok || taken.reason.code !== 'fact-missing' ? null : REASONS[taken.reason.fact]();
}

const ORDER: readonly StepAction[] = ['approve', 'check-informally', 'submit', 'accept', 'reject', 'reopen', 'withdraw'];

/** What may be done with an amendment now, the step onwards first. */
export const stepOffers = (view: AmendmentView): StepOffer[] =>
  ORDER.filter((action) => view.actions.includes(action)).map((action) => ({
    action,
    label: LABELS[action](),
    reason: reasonFor(view, action),
  }));
