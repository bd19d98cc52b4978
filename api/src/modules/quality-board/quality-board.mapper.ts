import type { QualityBoardView, ReviewQueueItem } from '@office/contracts';
import { DEFAULT_BOARD_RULES, versionLabel, type Actor } from '@office/domain';
import { boardMember, exclusionFrom, seatsAt, tallyOf, type BoardSeat } from '../deliverables/board-seats.js';
import type { BoardRow, QueueRow } from './quality-board.repository.js';

/** What is true of a round for the one who looks. */
function queueItem(row: QueueRow, seats: readonly BoardSeat[], { personId, beneficiaryId }: Actor, now: Date): ReviewQueueItem {
  return {
    deliverableId: row.deliverableId,
    number: row.number,
    title: row.title,
    workPackage: row.workPackage,
    lead: row.lead,
    roundId: row.roundId,
    round: row.round,
    versionNumber: versionLabel(row),
    openedAt: row.openedAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    dueOn: row.dueOn,
    tally: tallyOf(row, row.votes, seats, row, now),
    myVerdict: row.votes.find((vote) => vote.beneficiaryId === beneficiaryId)?.verdict ?? null,
    exclusion: beneficiaryId === null ? null : exclusionFrom({ personId, beneficiaryId }, row),
  };
}

export function qualityBoardView(board: BoardRow, rows: readonly QueueRow[], actor: Actor, now: Date): QualityBoardView {
  const open: QualityBoardView['open'] = [];
  const closed: QualityBoardView['closed'] = [];
  for (const row of rows) {
    const item = queueItem(row, board.seats, actor, now);
    if (row.closedAt === null || row.result === null) open.push(item);
    else closed.push({ ...item, closedAt: row.closedAt.toISOString(), result: row.result });
  }
  return {
    rules: {
      quorumBasisPoints: board.quorumBasisPoints ?? DEFAULT_BOARD_RULES.quorum,
      majorityBasisPoints: board.majorityBasisPoints ?? DEFAULT_BOARD_RULES.majority,
      reviewDays: board.reviewDays ?? DEFAULT_BOARD_RULES.reviewDays,
    },
    members: seatsAt(board.seats, now).map((seat) => boardMember(seat, null)),
    open,
    closed,
  };
}
