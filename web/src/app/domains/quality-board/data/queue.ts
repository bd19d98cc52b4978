import type { BoardSeatView, QualityBoardView, ReviewQueueItem } from '@office/contracts';
import { type Actor, takesVerdicts } from '@office/domain';

/** What the person does next with a round. */
export type RoundStep = 'review' | 'sign-off' | 'request-changes' | 'decide' | null;

export interface BoardParts {
  /** The person's seat; null for everybody else. */
  readonly seat: BoardSeatView | null;
  /** Open rounds that await the person's verdict, the one that closes first on top. */
  readonly mine: readonly ReviewQueueItem[];
  /** The other open rounds, by closing time. */
  readonly others: readonly ReviewQueueItem[];
}

const byClosing = (a: ReviewQueueItem, b: ReviewQueueItem): number => a.closesAt.localeCompare(b.closesAt);

const awaitsVerdict = (item: ReviewQueueItem): boolean => item.mayVote && item.myVerdict === null && takesVerdicts(item.state);

/** A vote in the steering committee takes no seat on the board. */
export function partsOf(board: Pick<QualityBoardView, 'members' | 'open'>, actor: Actor | null): BoardParts {
  const seat = board.members.find((member) => member.personId === actor?.personId) ?? null;
  const open = [...board.open].sort(byClosing);
  return { seat, mine: open.filter(awaitsVerdict), others: open.filter((item) => !awaitsVerdict(item)) };
}

/**
 * A verdict comes first; once it is in, whatever the round has amounted to. Somebody without a vote decides nothing, and
 * after two rounds without a quorum nobody but the chair does.
 */
export function roundStep(item: ReviewQueueItem, { seated, chair }: { readonly seated: boolean; readonly chair: boolean }): RoundStep {
  if (awaitsVerdict(item)) return 'review';
  if (!seated || item.exclusion !== null) return null;
  if (item.state === 'chair-decides') return chair ? 'decide' : null;
  if (item.myVerdict === null && takesVerdicts(item.state)) return null;
  switch (item.tally.outcome) {
    case 'sign-off':
      return 'sign-off';
    case 'changes':
      return 'request-changes';
    case 'pending':
      return null;
  }
}
