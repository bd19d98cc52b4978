import type {
  BoardMemberView,
  BoardRulesView,
  BoardSeatView,
  QualityBoardView,
  ReviewCommentView,
  ReviewQueueItem,
  ReviewRequest,
  ReviewRoundView,
  ReviewView,
} from '@office/contracts';
import { DEFAULT_BOARD_RULES, basisPoints, endOfDay, plainDate, tally, type Scores } from '@office/domain';
import { CONSORTIUM } from './consortium.js';
import { DEADLINE_ZONE, dueOnOf, idOf } from './fixed.js';

const OPENED_AT = '2024-09-02T07:00:00.000Z';
const CLOSES_AT = endOfDay(DEADLINE_ZONE, plainDate('2024-09-16')).toISOString();

/** The rules of handbook 3.2 and 3.3. */
export const someRules = (overrides: Partial<BoardRulesView> = {}): BoardRulesView => {
  const { quorum, majority, origins, ...others } = DEFAULT_BOARD_RULES;
  return { quorumBasisPoints: quorum, majorityBasisPoints: majority, origins: [...origins], ...others, ...overrides };
};

/** Seven members, less the one whose institution leads. */
const ELIGIBLE = 6;

export const someScores = (overrides: Partial<Scores> = {}): Scores => ({
  relevance: 4,
  completeness: 4,
  quality: 4,
  clarity: 4,
  visibility: 5,
  ...overrides,
});

export const aReviewRequest = (overrides: Partial<ReviewRequest> = {}): ReviewRequest => ({
  scores: someScores(),
  verdict: 'accept',
  comments: [{ kind: 'advice', anchor: 'page 4', text: 'A table would be easier to read than the list.' }],
  ...overrides,
});

export const aReviewComment = (overrides: Partial<ReviewCommentView> = {}): ReviewCommentView => ({
  id: idOf('comment', 1),
  kind: 'minor',
  anchor: 'Section 3',
  text: 'The figures of the second survey are missing.',
  state: 'open',
  answer: null,
  agreement: null,
  ...overrides,
});

export const aReview = (overrides: Partial<ReviewView> = {}): ReviewView => ({
  id: idOf('review', 1),
  by: { id: idOf('person', 13), name: 'Quality board member PXU', beneficiary: 'PXU' },
  beneficiaryId: CONSORTIUM.PXU.id,
  verdict: 'accept',
  scores: someScores(),
  comments: [aReviewComment()],
  sentAt: '2024-09-12T04:20:00.000Z',
  ...overrides,
});

/** An open round; its tally is counted from the reviews over six eligible members unless it is given. */
export function aReviewRound(overrides: Partial<ReviewRoundView> = {}): ReviewRoundView {
  const reviews = overrides.reviews ?? [aReview()];
  const quorumBasisPoints = overrides.quorumBasisPoints ?? DEFAULT_BOARD_RULES.quorum;
  const majorityBasisPoints = overrides.majorityBasisPoints ?? DEFAULT_BOARD_RULES.majority;
  const rules = { ...DEFAULT_BOARD_RULES, quorum: basisPoints(quorumBasisPoints), majority: basisPoints(majorityBasisPoints) };
  return {
    id: idOf('round', 1),
    number: 1,
    versionId: idOf('version', 3),
    versionNumber: '0.3',
    state: overrides.result ? (overrides.result === 'changes' ? 'changes-requested' : 'signed-off') : 'open',
    panel: 'board',
    openedAt: OPENED_AT,
    closesAt: CLOSES_AT,
    extendedFrom: null,
    closedAt: null,
    result: null,
    decidedBy: overrides.result ? 'vote' : null,
    carried: [],
    quorumBasisPoints,
    majorityBasisPoints,
    tally: tally(
      ELIGIBLE,
      reviews.map((review) => review.verdict),
      rules,
    ),
    reviews,
    ...overrides,
  };
}

export const aBoardMember = (overrides: Partial<BoardMemberView> = {}): BoardMemberView => ({
  membershipId: idOf('membership', 13),
  personId: idOf('person', 13),
  name: 'Quality board member PXU',
  beneficiary: { ...CONSORTIUM.PXU },
  chair: false,
  place: 'member',
  reviewer: false,
  absentUntil: null,
  exclusion: null,
  mayVote: (overrides.exclusion ?? null) === null,
  ...overrides,
});

/** The whole board, one member per beneficiary, UNITUS in the chair; the lead's member is excluded. */
export const aBoard = (leadBeneficiaryId: string = CONSORTIUM.QUI.id): BoardMemberView[] =>
  Object.values(CONSORTIUM).map((beneficiary, index) =>
    aBoardMember({
      membershipId: idOf('membership', 11 + index),
      personId: idOf('person', 11 + index),
      name: `Quality board member ${beneficiary.shortName}`,
      beneficiary: { ...beneficiary },
      chair: beneficiary === CONSORTIUM.UNITUS,
      exclusion: beneficiary.id === leadBeneficiaryId ? 'leads-deliverable' : null,
    }),
  );

export const aReviewQueueItem = (overrides: Partial<ReviewQueueItem> = {}): ReviewQueueItem => ({
  deliverableId: idOf('deliverable', 22),
  number: 'D2.2',
  title: 'Report on the seminar in Quang Ninh',
  workPackage: 'WP2',
  lead: { ...CONSORTIUM.QUI },
  roundId: idOf('round', 1),
  round: 1,
  state: 'open',
  panel: 'board',
  versionNumber: '0.3',
  openedAt: OPENED_AT,
  closesAt: CLOSES_AT,
  dueOn: dueOnOf(10),
  tally: tally(ELIGIBLE, [], DEFAULT_BOARD_RULES),
  myVerdict: null,
  mayVote: (overrides.exclusion ?? null) === null,
  reviewer: false,
  exclusion: null,
  ...overrides,
});

/** A member as the board's own page shows one, present and with nothing to write. */
export const aBoardSeat = (overrides: Partial<BoardSeatView> = {}): BoardSeatView => ({
  ...aBoardMember(overrides),
  country: 'VN',
  load: { awaited: 0, sent: 0 },
  ...overrides,
});

export const aQualityBoard = (overrides: Partial<QualityBoardView> = {}): QualityBoardView => ({
  version: 1,
  rules: someRules(),
  members: aBoard().map((member) => aBoardSeat(member)),
  candidates: aBoard().map(({ membershipId, name, beneficiary }) => ({ membershipId, name, beneficiary })),
  open: [aReviewQueueItem()],
  unappointed: [],
  closed: [],
  ...overrides,
});
