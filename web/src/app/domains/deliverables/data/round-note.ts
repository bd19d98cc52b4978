import type { ReviewRoundView } from '@office/contracts';
import { partOfVotesWords } from '../../quality-board/data/board-words';
import { deadlineWords } from '../../quality-board/data/deadline-words';
import { instantWords } from '../../../shared/util-time/words';

function closedWords(round: ReviewRoundView, closedAt: string, zone: string): string {
  const when = instantWords(closedAt, zone);
  return round.result === 'sign-off'
    ? $localize`:@@round.signedOff:version ${round.versionNumber}:version: · signed off ${when}:when:`
    : $localize`:@@round.changes:version ${round.versionNumber}:version: · changes requested ${when}:when:`;
}

/** "closes 16 Sep 2024, 23:59 Rome · … · quorum 4 of 6 · two thirds to sign off", or how the round ended. */
export function roundNote(round: ReviewRoundView, deadlineZone: string, personZone: string): string {
  if (round.closedAt !== null) return closedWords(round, round.closedAt, personZone);
  const closes = deadlineWords(round.closesAt, deadlineZone, personZone);
  const { quorum, eligible } = round.tally;
  const majority = partOfVotesWords(round.majorityBasisPoints);
  return $localize`:@@round.open:closes ${closes}:closes: · quorum ${quorum}:quorum: of ${eligible}:eligible: · ${majority}:majority: to sign off`;
}
