import type { DeliverableView } from '@office/contracts';
import { DELIVERABLE_STEPS, type DeliverableStep, stepOf } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { roundOf } from './rounds';

/** One stop of the picture. */
export interface LifeStep {
  readonly id: DeliverableStep;
  readonly word: string;
  readonly status: 'done' | 'current' | 'coming';
  /** What is special about the stop the deliverable stands on. */
  readonly note: string;
}

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

/** The stops from the plan to EACEA's word, with the one that the deliverable stands on. */
export function lifeSteps(view: DeliverableView): LifeStep[] {
  const at = DELIVERABLE_STEPS.indexOf(stepOf(view.state));
  return DELIVERABLE_STEPS.map((id, index) => ({
    id,
    word: WORDS[id](),
    status: index < at ? 'done' : index === at ? 'current' : 'coming',
    note: index === at ? noteOf(view) : '',
  }));
}
