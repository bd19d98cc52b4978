import type { DeliverableView, EventCode } from '@office/contracts';
import { dateIn, DELIVERABLE_STEPS, type DeliverableState, type DeliverableStep, isWithEacea, stepOf } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { dateWords } from '../../../shared/util-time/words';
import { roundOf } from './rounds';

/** One stop of the picture. */
export interface LifeStep {
  readonly id: DeliverableStep;
  readonly word: string;
  readonly status: 'done' | 'current' | 'coming';
  /** What is special about the stop the deliverable stands on. */
  readonly note: string;
  /** The day on which the stop was reached, or has to be; empty when nobody can say. */
  readonly date: string;
}

/** What brought a deliverable to a stop; the plan is older than its history. */
const REACHED_BY: Record<DeliverableStep, EventCode | null> = {
  planned: null,
  drafting: 'deliverable.version-uploaded',
  'in-review': 'deliverable.review-opened',
  'signed-off': 'deliverable.signed-off',
  approved: 'deliverable.approved',
  submitted: 'deliverable.submitted',
  accepted: 'deliverable.accepted',
};

const WORDS: Record<DeliverableStep, () => string> = {
  planned: () => $localize`:@@life.planned:Planned`,
  drafting: () => $localize`:@@life.drafting:Drafting`,
  'in-review': () => $localize`:@@life.inReview:Quality review`,
  'signed-off': () => $localize`:@@life.signedOff:Signed off`,
  approved: () => $localize`:@@life.approved:Coordinator approval`,
  submitted: () => $localize`:@@life.submitted:Submitted to EACEA`,
  accepted: () => $localize`:@@life.accepted:Accepted`,
};

function noteOf(view: DeliverableView): string {
  const tally = roundOf(view)?.tally;
  if (view.state === 'changes-requested') return $localize`:@@life.changes:changes requested by the board`;
  if (view.state === 'revision-requested') return $localize`:@@life.revision:revision requested by EACEA`;
  if (view.state !== 'in-review' || !tally) return '';
  return plural(tally.cast, {
    one: $localize`:@@life.verdictOne:1 verdict in, quorum ${tally.quorum}:quorum:`,
    other: $localize`:@@life.verdicts:${tally.cast}:cast: verdicts in, quorum ${tally.quorum}:quorum:`,
  });
}

/** What sent a deliverable back to drafting. */
const SENT_BACK_BY: Partial<Record<DeliverableState, EventCode>> = {
  'changes-requested': 'deliverable.changes-requested',
  'revision-requested': 'deliverable.revision-requested',
};

/** Of a draft the first version counts, or when it came back; of everything else the last time. */
function reachedAt(step: DeliverableStep, { history, state }: DeliverableView): string | null {
  const sentBack = step === 'drafting' ? history.find(({ event }) => event === SENT_BACK_BY[state]) : undefined;
  if (sentBack) return sentBack.at;
  const reached = history.filter(({ event }) => event === REACHED_BY[step]);
  return (step === 'drafting' ? reached.at(-1) : reached[0])?.at ?? null;
}

function dateOf(step: DeliverableStep, ahead: boolean, view: DeliverableView, zone: string): string {
  if (!ahead) {
    const at = reachedAt(step, view);
    return at === null ? '' : dateWords(dateIn(zone, new Date(at)));
  }
  if (step !== 'submitted' || isWithEacea(view.state)) return '';
  return $localize`:@@life.due:due ${dateWords(view.dueOn)}:date:`;
}

/** The stops from the plan to EACEA's word, with the one that the deliverable stands on; days are those of `zone`. */
export function lifeSteps(view: DeliverableView, zone: string): LifeStep[] {
  const at = DELIVERABLE_STEPS.indexOf(stepOf(view.state));
  return DELIVERABLE_STEPS.map((id, index) => ({
    id,
    word: WORDS[id](),
    status: index < at ? 'done' : index === at ? 'current' : 'coming',
    note: index === at ? noteOf(view) : '',
    date: dateOf(id, index > at, view, zone),
  }));
}
