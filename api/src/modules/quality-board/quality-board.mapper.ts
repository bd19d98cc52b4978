import type { BoardSeatView, QualityBoardView, ReviewQueueItem } from '@office/contracts';
import { DEFAULT_BOARD_RULES, takesVerdicts, versionLabel, type Actor } from '@office/domain';
import { boardMember, boardOf, panelAt, rulesView, tallyOf, type BoardSeat, type PanelSeat } from '../deliverables/board-seats.js';
import type { BoardRow, QueueRow } from './quality-board.repository.js';

/** A round with its panel as it sits, or sat when it was decided. */
interface ListedRound {
  readonly row: QueueRow;
  readonly panel: readonly PanelSeat[];
}

function panelOfRow(row: QueueRow, seats: readonly BoardSeat[], now: Date): PanelSeat[] {
  const { leadBeneficiaryId, authorPersonId, recusedPersonIds, reviewerIds } = row;
  return panelAt(row, { seats, reviewerIds }, { leadBeneficiaryId, authorPersonId, recusedPersonIds }, row.closedAt ?? now);
}

/** What is true of a round for the one who looks. */
function queueItem({ row, panel }: ListedRound, { personId, beneficiaryId }: Actor): ReviewQueueItem {
  const own = panel.find((seat) => seat.personId === personId) ?? panel.find((seat) => seat.beneficiaryId === beneficiaryId);
  const myVerdict = row.votes.find((vote) => vote.beneficiaryId === beneficiaryId)?.verdict ?? null;
  return {
    deliverableId: row.deliverableId,
    number: row.number,
    title: row.title,
    workPackage: row.workPackage,
    lead: row.lead,
    roundId: row.roundId,
    round: row.round,
    state: row.state,
    panel: row.panel,
    versionNumber: versionLabel(row),
    openedAt: row.openedAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    dueOn: row.dueOn,
    tally: tallyOf(row, row.votes, panel),
    myVerdict,
    mayVote: takesVerdicts(row.state) && own?.personId === personId && own.mayVote,
    reviewer: own?.personId === personId && own.reviewer,
    exclusion: own?.exclusion ?? (beneficiaryId === row.leadBeneficiaryId ? 'leads-deliverable' : null),
  };
}

/** Rounds in which a person's verdict is awaited. */
const awaitedOf = (personId: string, open: readonly ListedRound[]): number =>
  open.filter(({ row, panel }) => {
    const seat = panel.find((one) => one.personId === personId);
    return takesVerdicts(row.state) && seat?.mayVote === true && !row.votes.some((vote) => vote.beneficiaryId === seat.beneficiaryId);
  }).length;

const NOTHING = { leadBeneficiaryId: '', authorPersonId: null, recusedPersonIds: [] };

function members({ seats, sent }: BoardRow, open: readonly ListedRound[], now: Date): BoardSeatView[] {
  const sitting = panelAt({ panel: 'board', state: 'open' }, { seats: boardOf(seats), reviewerIds: [] }, NOTHING, now);
  return sitting.map((seat) => ({
    ...boardMember(seat),
    country: seat.country,
    load: { awaited: awaitedOf(seat.personId, open), sent: sent[seat.personId] ?? 0 },
  }));
}

export function qualityBoardView(board: BoardRow, rows: readonly QueueRow[], actor: Actor, now: Date): QualityBoardView {
  const listed = rows.map((row): ListedRound => ({ row, panel: panelOfRow(row, board.seats, now) }));
  const closed: QualityBoardView['closed'] = [];
  for (const round of listed) {
    const { closedAt, result } = round.row;
    if (closedAt !== null && result !== null) closed.push({ ...queueItem(round, actor), closedAt: closedAt.toISOString(), result });
  }
  const open = listed.filter(({ row }) => row.closedAt === null);
  return {
    version: board.version ?? 0,
    rules: rulesView(board.version === null ? DEFAULT_BOARD_RULES : board.rules),
    members: members(board, open, now),
    candidates: board.candidates,
    open: open.map((round) => queueItem(round, actor)),
    unappointed: board.unappointed,
    closed,
  };
}
