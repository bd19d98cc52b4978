import type { BoardRulesView } from '@office/contracts';
import type { Panel, Place, ReviewerOrigin, RoundState, SuggestionReason } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { partOfVotesWords } from './board-words';

const PANEL: Record<Panel, () => string> = {
  reviewers: () => $localize`:@@panel.reviewers:the appointed reviewers`,
  board: () => $localize`:@@panel.board:all members of the board`,
  'steering-committee': () => $localize`:@@panel.steering:the members of the steering committee`,
};

const ORIGIN: Record<ReviewerOrigin, () => string> = {
  eu: () => $localize`:@@origin.eu:the EU`,
  'partner-country': () => $localize`:@@origin.partner:a partner country`,
};

const REASON: Record<SuggestionReason, () => string> = {
  'least-load': () => $localize`:@@suggestion.leastLoad:has least to review`,
  'origin-needed': () => $localize`:@@suggestion.origin:stands for its side of the consortium`,
  'other-country': () => $localize`:@@suggestion.country:of another country`,
  'more-load': () => $localize`:@@suggestion.moreLoad:others come first: less to review, or needed more`,
  'same-institution': () => $localize`:@@suggestion.same:the institution is there already`,
  alternate: () => $localize`:@@suggestion.alternate:an alternate: members come first`,
  conflict: () => $localize`:@@suggestion.conflict:may not review this`,
};

const ROUND: Record<RoundState, () => string> = {
  open: () => $localize`:@@round.stateOpen:open`,
  extended: () => $localize`:@@round.stateExtended:extended`,
  counted: () => $localize`:@@round.stateCounted:votes counted`,
  'chair-decides': () => $localize`:@@round.stateChair:the chair decides`,
  'signed-off': () => $localize`:@@round.stateSignedOff:signed off`,
  'changes-requested': () => $localize`:@@round.stateChanges:changes requested`,
};

/** "the whole board" */
export const panelWords = (panel: Panel): string => PANEL[panel]();
export const originWords = (origin: ReviewerOrigin): string => ORIGIN[origin]();
export const suggestionWords = (reason: SuggestionReason): string => REASON[reason]();
export const roundStateWords = (state: RoundState): string => ROUND[state]();

export const placeWords = (place: Place): string =>
  place === 'member' ? $localize`:@@place.member:member` : $localize`:@@place.alternate:alternate`;

export const daysLongWords = (days: number): string =>
  plural(days, { one: $localize`:@@rules.day:1 day`, other: $localize`:@@rules.days:${days}:days: days` });

function reviewersWords({ reviewersPerDeliverable, origins }: BoardRulesView): string {
  const count = plural(reviewersPerDeliverable, {
    one: $localize`:@@rules.reviewer:at least 1 for each deliverable`,
    other: $localize`:@@rules.reviewers:at least ${reviewersPerDeliverable}:count: for each deliverable`,
  });
  if (origins.length === 0) return count;
  const from = origins
    .map((origin) => $localize`:@@rules.oneFrom:one from ${originWords(origin)}:origin:`)
    .join($localize`:@@rules.and: and `);
  return $localize`:@@rules.reviewersFrom:${count}:count:, at least ${from}:from:`;
}

function escalationWords({ firstPanel, roundsBeforeBoard }: BoardRulesView): string {
  const first = panelWords(firstPanel);
  const next = firstPanel === 'reviewers' ? panelWords('board') : panelWords('steering-committee');
  return plural(roundsBeforeBoard, {
    one: $localize`:@@rules.escalationOne:${first}:first: in the first round, then ${next}:next:`,
    other: $localize`:@@rules.escalation:${first}:first: in the first ${roundsBeforeBoard}:rounds: rounds, then ${next}:next:`,
  });
}

function inquorateWords({ extensionDays, inquorate }: BoardRulesView): string {
  const days = daysLongWords(extensionDays);
  return inquorate === 'chair-decides'
    ? $localize`:@@rules.chairDecides:extended once by ${days}:days:, then the chair decides`
    : $localize`:@@rules.changes:extended once by ${days}:days:, then changes are requested`;
}

/** The rules of the board, one line each, in the order in which they matter. */
export const ruleLines = (rules: BoardRulesView): readonly { readonly label: string; readonly words: string }[] => [
  {
    label: $localize`:@@board.quorum:Quorum`,
    words: $localize`:@@board.quorumRule:${partOfVotesWords(rules.quorumBasisPoints)}:part: of the institutions that may vote`,
  },
  {
    label: $localize`:@@board.majority:To sign off`,
    words: $localize`:@@board.majorityRule:${partOfVotesWords(rules.majorityBasisPoints)}:part: of the verdicts in favour`,
  },
  {
    label: $localize`:@@board.duration:A round`,
    words: $localize`:@@board.durationRule:stays open for ${daysLongWords(rules.reviewDays)}:days:`,
  },
  { label: $localize`:@@rules.noQuorum:No quorum`, words: inquorateWords(rules) },
  { label: $localize`:@@rules.whoVotes:Who votes`, words: escalationWords(rules) },
  { label: $localize`:@@rules.reviewersLabel:Reviewers`, words: reviewersWords(rules) },
];
