import { exclusionOf, tally, type Actor, type Tally } from '@office/domain';
import type { DeliverableFacts, ProjectFacts } from './dashboard.repository.js';

type Board = ProjectFacts['board'];

/** Members who may vote in the deliverable's open round. */
function votersOf(deliverable: DeliverableFacts, board: Board): Board {
  const authorPersonId = deliverable.openRound?.authorId ?? '';
  return board.filter((member) => exclusionOf(member, { leadBeneficiaryId: deliverable.lead.id, authorPersonId }) === null);
}

/** Whether the open round still waits for this person's verdict. */
export function awaitsVerdictOf(actor: Actor, deliverable: DeliverableFacts, board: Board): boolean {
  const mayVote = votersOf(deliverable, board).some((member) => member.personId === actor.personId);
  return mayVote && !deliverable.openRound?.votes.some((vote) => vote.beneficiaryId === actor.beneficiaryId);
}

/** The open round counted, or null when none is open. */
export function openTally(deliverable: DeliverableFacts, board: Board): Tally | null {
  const round = deliverable.openRound;
  if (round === null) return null;
  const verdicts = round.votes.map((vote) => vote.verdict);
  return tally(votersOf(deliverable, board).length, verdicts, { quorum: round.quorum, majority: round.majority, reviewDays: 0 });
}

/** Whether this person may sign or send back, now that the board has decided. */
export function awaitsSignatureOf(actor: Actor, deliverable: DeliverableFacts, board: Board): boolean {
  const decided = openTally(deliverable, board);
  const mayVote = votersOf(deliverable, board).some((member) => member.personId === actor.personId);
  return mayVote && decided !== null && decided.outcome !== 'pending';
}
