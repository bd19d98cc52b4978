import type { AmendmentView } from '@office/contracts';
import { answerDueOn, type PlainDate } from '@office/domain';
import { NOTE_MAX_LENGTH, PLAN_TITLE_MAX_LENGTH, REASON_MAX_LENGTH } from '@office/domain';
import type { StepAction } from './step-offers';

/** Steps that ask for a day and some words. */
export type FormAction = Exclude<StepAction, 'withdraw' | 'reopen'>;

/** What a step asks for. */
export interface StepForm {
  readonly dayLabel: string;
  readonly earliest: string | null;
  readonly latest: string;
  /** Whether it asks for the day on which it takes effect too. */
  readonly effective: boolean;
  readonly text: TextField | null;
}

export interface TextField {
  readonly name: 'reference' | 'note' | 'reason';
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
  readonly missing: string;
  readonly maxLength: number;
}

type Dates = Pick<AmendmentView, 'approvedOn' | 'checkedOn' | 'submittedOn' | 'findings'>;

/** An answer counts that came within the 45 days, whenever it is recorded. */
function lastDayOfAnswer({ submittedOn }: Dates, today: PlainDate): string {
  if (submittedOn === null) return today;
  const due = answerDueOn(submittedOn as PlainDate);
  return due < today ? due : today;
}

const nothing = { earliest: null, effective: false, text: null } as const;

/** What is asked for before the project ends was decided and sent until then, whenever that is written down. */
function lastDayToAsk({ findings }: Dates, today: PlainDate): string {
  const ended = findings.find(({ code }) => code === 'project-ended');
  return String(ended?.params['latest'] ?? today);
}

const dayOfSubmission = (view: Dates, today: PlainDate): StepForm => ({
  ...nothing,
  dayLabel: $localize`:@@stepForm.submittedOn:Day of the submission`,
  earliest: view.checkedOn,
  latest: lastDayToAsk(view, today),
});

/** Days lie between the step before and today; words as the contract asks for them. */
export function stepForm(action: FormAction, view: Dates, today: PlainDate): StepForm {
  switch (action) {
    case 'approve':
      return {
        ...nothing,
        dayLabel: $localize`:@@stepForm.decidedOn:Day of the decision`,
        latest: lastDayToAsk(view, today),
        text: referenceField(),
      };
    case 'check-informally':
      return {
        ...nothing,
        dayLabel: $localize`:@@stepForm.checkedOn:Day of the check`,
        earliest: view.approvedOn,
        latest: today,
        text: noteField(),
      };
    case 'submit':
      return dayOfSubmission(view, today);
    case 'accept':
      return {
        dayLabel: $localize`:@@stepForm.signedOn:Day of the last signature`,
        earliest: view.submittedOn,
        latest: lastDayOfAnswer(view, today),
        effective: true,
        text: null,
      };
    case 'reject':
      return {
        ...nothing,
        dayLabel: $localize`:@@stepForm.answeredOn:Day of the answer`,
        earliest: view.submittedOn,
        latest: today,
        text: reasonField(),
      };
  }
}

const referenceField = (): TextField => ({
  name: 'reference',
  label: $localize`:@@stepForm.reference:Reference of the consortium's decision`,
  hint: $localize`:@@stepForm.referenceHint:For example: Steering committee, minutes of 12 March, item 4`,
  required: true,
  missing: $localize`:@@stepForm.referenceMissing:Say where the decision is written.`,
  maxLength: PLAN_TITLE_MAX_LENGTH,
});

const noteField = (): TextField => ({
  name: 'note',
  label: $localize`:@@stepForm.note:What the project officer said`,
  hint: '',
  required: false,
  missing: '',
  maxLength: NOTE_MAX_LENGTH,
});

const reasonField = (): TextField => ({
  name: 'reason',
  label: $localize`:@@stepForm.reason:EACEA's reason, as it was given`,
  hint: '',
  required: true,
  missing: $localize`:@@stepForm.reasonMissing:The consortium needs the reason.`,
  maxLength: REASON_MAX_LENGTH,
});
