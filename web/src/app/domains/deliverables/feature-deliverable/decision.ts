import type { DeliverableView } from '@office/contracts';
import { confirmWords } from '../data/confirm-words';
import { roundOf } from '../data/rounds';
import type { DecisionQuestion } from './decision-dialog';

/** What the board decides on in the open round: the votes and the very file; null when no round is open. */
export function decisionOf(step: 'sign-off' | 'request-changes', view: DeliverableView): DecisionQuestion | null {
  const round = roundOf(view);
  const version = view.versions.find(({ id }) => id === round?.versionId);
  return round && version ? { ...confirmWords(step, view), tally: round.tally, version } : null;
}
