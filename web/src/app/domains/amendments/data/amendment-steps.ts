import type { AmendmentView } from '@office/contracts';
import type { AmendmentState } from '@office/domain';
import { amendmentChip } from '../../../shared/ui-status-chip/status-words';
import { dateWords } from '../../../shared/util-time/words';
import type { Stop } from '../../deliverables/ui/life-line';

const WAY = ['draft', 'consortium-approved', 'informally-checked', 'submitted'] as const;

type Dates = Pick<AmendmentView, 'approvedOn' | 'checkedOn' | 'submittedOn' | 'decidedOn' | 'createdAt' | 'state' | 'answerDueOn'>;

function dateOf(state: AmendmentState, { createdAt, approvedOn, checkedOn, submittedOn, decidedOn, answerDueOn }: Dates): string | null {
  switch (state) {
    case 'draft':
      return createdAt.slice(0, 10);
    case 'consortium-approved':
      return approvedOn;
    case 'informally-checked':
      return checkedOn;
    case 'submitted':
      return submittedOn;
    case 'accepted':
    case 'rejected':
      return decidedOn;
    case 'lapsed':
      return answerDueOn;
    case 'withdrawn':
      return null;
  }
}

/** The last stop: EACEA's answer, or how it ended without one. */
function endOf(view: Dates): Stop {
  if ((WAY as readonly AmendmentState[]).includes(view.state)) {
    return { id: 'answer', word: $localize`:@@amendmentSteps.answer:EACEA's answer`, status: 'coming', note: '' };
  }
  return { id: view.state, word: amendmentChip(view.state).word, status: 'current', note: noteOf(view.state, view) };
}

function noteOf(state: AmendmentState, view: Dates): string {
  const date = dateOf(state, view);
  return date === null ? '' : dateWords(date);
}

/** The stops from the draft to EACEA's answer, each with its day. */
export function amendmentSteps(view: Dates): Stop[] {
  const at = (WAY as readonly AmendmentState[]).indexOf(view.state);
  const way = WAY.map((state, index): Stop => {
    const reached = at < 0 ? dateOf(state, view) !== null : index < at;
    const status = index === at ? 'current' : reached ? 'done' : 'coming';
    return { id: state, word: amendmentChip(state).word, status, note: status === 'coming' ? '' : noteOf(state, view) };
  });
  return [...way, endOf(view)];
}
