import type { BasisPoints } from '../kernel/cents.js';

/** Where an institution sits, as the choice of reviewers sees it (handbook 3.2: at least one of Vietnam and one of the EU). */
export const REVIEWER_ORIGINS = ['eu', 'partner-country'] as const;
export type ReviewerOrigin = (typeof REVIEWER_ORIGINS)[number];

/** ISO 3166 codes of the member states; Greece is found as EL too. */
const MEMBER_STATES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export const originOf = (country: string): ReviewerOrigin => (MEMBER_STATES.has(country.toUpperCase()) ? 'eu' : 'partner-country');

/** Who votes in a round, the lowest first. */
export const PANELS = ['reviewers', 'board', 'steering-committee'] as const;
export type Panel = (typeof PANELS)[number];

/** What follows when a round has no quorum for the second time. */
export const INQUORATE_RULES = ['chair-decides', 'changes'] as const;
export type InquorateRule = (typeof INQUORATE_RULES)[number];

/** The board's settings, fixed for a round when it opens (handbook 3.2 and 3.3). */
export interface BoardRules {
  /** Part of the members who may vote that must have voted. */
  readonly quorum: BasisPoints;
  /** Part of the votes cast that must be in favour. */
  readonly majority: BasisPoints;
  /** Days a round stays open. */
  readonly reviewDays: number;
  /** Days by which a round is extended, once, when it closes without a quorum. */
  readonly extensionDays: number;
  readonly inquorate: InquorateRule;
  readonly reviewersPerDeliverable: number;
  /** Each gives one of the reviewers at least, where the consortium has somebody. */
  readonly origins: readonly ReviewerOrigin[];
  readonly firstPanel: 'reviewers' | 'board';
  /** Rounds of the first panel; after them each round goes one panel higher. */
  readonly roundsBeforeBoard: number;
}

/** Two thirds as basis points, cut off; 6667 counts the same (see `votesNeeded`). */
export const TWO_THIRDS = 6_666 as BasisPoints;

/** Handbook 3.3 (two thirds and two thirds) and 3.2 (two reviewers, one of each origin, two rounds, then the board). */
export const DEFAULT_BOARD_RULES: BoardRules = {
  quorum: TWO_THIRDS,
  majority: TWO_THIRDS,
  reviewDays: 14,
  extensionDays: 7,
  inquorate: 'chair-decides',
  reviewersPerDeliverable: 2,
  origins: ['eu', 'partner-country'],
  firstPanel: 'board',
  roundsBeforeBoard: 2,
};

/** Least and most of each number among the rules: what a form offers and the API takes. */
export const BOARD_RULE_LIMITS = {
  quorum: [1, 10_000],
  majority: [1, 10_000],
  reviewDays: [1, 90],
  extensionDays: [1, 30],
  reviewersPerDeliverable: [1, 6],
  roundsBeforeBoard: [1, 9],
} as const satisfies Partial<Record<keyof BoardRules, readonly [number, number]>>;

/**
 * Who votes in the round with this number, 1 being the first (handbook 3.2: after two rounds to the board, then to the
 * steering committee). A project without a steering committee ends at the board.
 */
export function panelOf(
  round: number,
  { firstPanel, roundsBeforeBoard }: Pick<BoardRules, 'firstPanel' | 'roundsBeforeBoard'>,
  hasSteeringCommittee: boolean,
): Panel {
  const higher = Math.max(0, round - roundsBeforeBoard);
  const highest = hasSteeringCommittee ? PANELS.length - 1 : PANELS.indexOf('board');
  return PANELS[Math.min(PANELS.indexOf(firstPanel) + higher, highest)] ?? 'board';
}
