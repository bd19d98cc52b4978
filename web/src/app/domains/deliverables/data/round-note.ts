import type { ReviewRoundView } from '@office/contracts';
import { dateIn } from '@office/domain';
import { partOfVotesWords } from '../../quality-board/data/board-words';
import { deadlineWords } from '../../quality-board/data/deadline-words';
import { dateWords, instantWords } from '../../../shared/util-time/words';

function closedWords(round: ReviewRoundView, closedAt: string, zone: string): string {
  const when = instantWords(closedAt, zone);
  const ended =
    round.result === 'sign-off'
      ? $localize`:@@round.signedOff:version ${round.versionNumber}:version: · signed off ${when}:when:`
      : $localize`:@@round.changes:version ${round.versionNumber}:version: · changes requested ${when}:when:`;
  if (round.decidedBy === 'chair') return $localize`:@@round.byChair:${ended}:ended: by the chair`;
  return round.decidedBy === 'clock' ? $localize`:@@round.byClock:${ended}:ended: for want of a quorum` : ended;
}

/** "closes 16 Sep 2024, 23:59 Rome · … · quorum 4 of 6 · two thirds to sign off", or how the round ended. */
export function roundNote(round: ReviewRoundView, deadlineZone: string, personZone: string): string {
  if (round.closedAt !== null) return closedWords(round, round.closedAt, personZone);
  const closes = deadlineWords(round.closesAt, deadlineZone, personZone);
  const { quorum, eligible } = round.tally;
  const majority = partOfVotesWords(round.majorityBasisPoints);
  return round.state === 'counted' || round.state === 'chair-decides'
    ? $localize`:@@round.over:closed ${closes}:closes: · quorum ${quorum}:quorum: of ${eligible}:eligible: · ${majority}:majority: to sign off`
    : $localize`:@@round.open:closes ${closes}:closes: · quorum ${quorum}:quorum: of ${eligible}:eligible: · ${majority}:majority: to sign off`;
}

/** What is out of the ordinary about a round; null when nothing is. */
export function roundBanner(round: ReviewRoundView | null, deadlineZone: string): string | null {
  switch (round?.state) {
    case 'extended': {
      const from = round.extendedFrom === null ? '' : dateWords(dateIn(deadlineZone, new Date(round.extendedFrom)));
      return $localize`:@@round.extended:There was no quorum on ${from}:date:, so the round was extended, once. Alternates may vote now.`;
    }
    case 'chair-decides':
      return $localize`:@@round.chairDecides:There was no quorum, also after the extension. The chair of the board decides now.`;
    case 'counted':
      return $localize`:@@round.counted:The time is over and the quorum was there: no more verdicts are taken. A member signs off, or sends it back.`;
    default:
      return null;
  }
}

/** Who votes, where it is not the whole board; null where it is. */
export function panelNote(round: ReviewRoundView | null): string | null {
  switch (round?.panel) {
    case 'reviewers':
      return $localize`:@@round.reviewersVote:In this round the appointed reviewers vote.`;
    case 'steering-committee':
      return $localize`:@@round.steeringVotes:After the rounds before it this one went to the steering committee: one vote for each institution.`;
    default:
      return null;
  }
}
