import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisPoints, type BasisPoints } from '../kernel/cents.js';
import { DEFAULT_BOARD_RULES, TWO_THIRDS, type BoardRules } from './board-rules.js';
import { CRITERIA, VERDICTS, checkReview, isInFavour, tally, votesNeeded, type ReviewDraft, type Verdict } from './quality-board.js';
import { exclusionOf } from './seats.js';

fc.configureGlobal({ seed: 20_240_101 });

describe('votesNeeded', () => {
  const cutOff = basisPoints(6_666);
  const rounded = basisPoints(6_667);

  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 4],
    [6, 4],
    [7, 5],
    [9, 6],
    [27, 18],
  ])('two thirds of %i is %i, cut off (66.66 %%) or rounded (66.67 %%)', (of, votes) => {
    expect([votesNeeded(cutOff, of), votesNeeded(rounded, of), votesNeeded(TWO_THIRDS, of)]).toEqual([votes, votes, votes]);
  });

  it.each([
    ['half', 5_000, 6, 3],
    ['half of an odd number', 5_000, 7, 4],
    ['more than half', 5_001, 6, 4],
    ['51 % of all (written procedure)', 5_100, 7, 4],
    ['a third, cut off', 3_333, 3, 1],
    ['a third, rounded down or up', 3_334, 3, 1],
    ['three quarters', 7_500, 4, 3],
    ['all', 10_000, 7, 7],
    ['all but a little', 9_999, 7, 7],
    ['the least part', 1, 7, 1],
    ['nothing', 0, 7, 0],
    ['nothing of nothing', 0, 0, 0],
    ['all of nothing', 10_000, 0, 0],
  ])('%s: %i of %i is %i', (_case, part, of, votes) => {
    expect(votesNeeded(basisPoints(part), of)).toBe(votes);
  });

  it('is the exact fraction rounded up, however the fraction was put into basis points', () => {
    const fractions = fc.integer({ min: 1, max: 60 }).chain((whole) => fc.tuple(fc.integer({ min: 1, max: whole }), fc.constant(whole)));
    fc.assert(
      fc.property(fractions, fc.nat(60), ([part, whole], of) => {
        const exact = Math.ceil((of * part) / whole);
        const points = (10_000 * part) / whole;
        expect([votesNeeded(basisPoints(Math.floor(points)), of), votesNeeded(basisPoints(Math.ceil(points)), of)]).toEqual([exact, exact]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never falls when the part or the number rises, and never exceeds the number', () => {
    const parts = fc.nat(10_000).map(basisPoints);
    fc.assert(
      fc.property(parts, parts, fc.nat(60), fc.nat(60), (a, b, few, many) => {
        const least = votesNeeded(Math.min(a, b) as BasisPoints, Math.min(few, many));
        const most = votesNeeded(Math.max(a, b) as BasisPoints, Math.max(few, many));
        expect(least >= 0 && least <= most && most <= Math.max(few, many)).toBe(true);
      }),
    );
  });
});

describe('a verdict', () => {
  it.each<[Verdict, boolean]>([
    ['accept', true],
    ['minor-changes', true],
    ['major-changes', false],
    ['reject', false],
  ])('"%s" is in favour: %s', (verdict, expected) => {
    expect(isInFavour(verdict)).toBe(expected);
  });
});

/** Every list of up to six verdicts, in every order. */
function everyBallot(length = 6): Verdict[][] {
  if (length === 0) return [[]];
  const shorter = everyBallot(length - 1);
  const longest = shorter.filter((ballot) => ballot.length === length - 1);
  return [...shorter, ...longest.flatMap((ballot) => VERDICTS.map((verdict) => [...ballot, verdict]))];
}

const ballots = everyBallot();
const rulesOf = (quorum: number, majority: number): BoardRules => ({
  ...DEFAULT_BOARD_RULES,
  quorum: basisPoints(quorum),
  majority: basisPoints(majority),
});
const settings: [string, BoardRules][] = [
  ['the default', DEFAULT_BOARD_RULES],
  ['two thirds, rounded', rulesOf(6_667, 6_667)],
  ['half and more than half', rulesOf(5_000, 5_001)],
  ['everybody and all', rulesOf(10_000, 10_000)],
  ['nothing asked', rulesOf(0, 0)],
];

/** What breaks a law, over all ballots and all boards that could have cast them. */
function broken(rules: BoardRules, holds: (eligible: number, ballot: readonly Verdict[]) => boolean, upTo = 6) {
  return ballots
    .filter((ballot) => ballot.length <= upTo)
    .flatMap((ballot) =>
      [0, 1, 2, 3, 4, 5, 6]
        .filter((eligible) => eligible >= ballot.length && !holds(eligible, ballot))
        .map((eligible) => ({ eligible, ballot })),
    );
}

describe('tally', () => {
  const A: Verdict = 'accept';
  const m: Verdict = 'minor-changes';
  const M: Verdict = 'major-changes';
  const R: Verdict = 'reject';

  it.each<[string, number, Verdict[], object]>([
    ['nobody has voted', 6, [], { cast: 0, quorum: 4, majority: 0, outcome: 'pending' }],
    ['three of six are no quorum', 6, [A, A, A], { cast: 3, inFavour: 3, quorum: 4, quorumReached: false, outcome: 'pending' }],
    ['four of six are', 6, [A, A, A, m], { cast: 4, inFavour: 4, quorum: 4, quorumReached: true, majority: 3, outcome: 'sign-off' }],
    ['three of four suffice', 6, [A, A, m, R], { inFavour: 3, majority: 3, outcome: 'sign-off' }],
    ['two of four do not', 6, [A, A, M, R], { inFavour: 2, majority: 3, outcome: 'changes' }],
    ['four of six, all cast, are exactly two thirds', 6, [A, A, A, m, M, R], { inFavour: 4, majority: 4, outcome: 'sign-off' }],
    ['three of five are less', 6, [A, A, A, M, R], { inFavour: 3, majority: 4, outcome: 'changes' }],
    ['a late vote against may turn it', 6, [A, A, m, R, R], { inFavour: 3, majority: 4, outcome: 'changes' }],
    ['of seven, four are no quorum', 7, [A, A, A, A], { quorum: 5, quorumReached: false, outcome: 'pending' }],
    ['of seven, five are', 7, [A, A, A, A, A], { quorum: 5, quorumReached: true, outcome: 'sign-off' }],
    ['a board of one decides with that one', 1, [A], { quorum: 1, outcome: 'sign-off' }],
    ['a board where nobody may vote decides nothing', 0, [], { eligible: 0, quorum: 0, quorumReached: false, outcome: 'pending' }],
  ])('%s', (_case, eligible, verdicts, expected) => {
    expect(tally(eligible, verdicts, DEFAULT_BOARD_RULES)).toMatchObject({ eligible, ...expected });
  });

  describe.each(settings)('under %s, over every ballot', (_name, rules) => {
    const count = (eligible: number, ballot: readonly Verdict[]) => tally(eligible, ballot, rules);

    it('counts what was cast', () => {
      expect(
        broken(rules, (eligible, ballot) => {
          const { cast, inFavour, quorum, majority } = count(eligible, ballot);
          return cast === ballot.length && inFavour === ballot.filter(isInFavour).length && quorum <= eligible && majority <= cast;
        }),
      ).toEqual([]);
    });

    it('decides nothing below the quorum, and always at it', () => {
      expect(
        broken(rules, (eligible, ballot) => {
          const { outcome, quorumReached } = count(eligible, ballot);
          const enough = ballot.length >= 1 && ballot.length >= votesNeeded(rules.quorum, eligible);
          return quorumReached === enough && (outcome === 'pending') === !enough;
        }),
      ).toEqual([]);
    });

    it('signs off exactly with the majority of the votes cast, and never without a vote in favour', () => {
      expect(
        broken(rules, (eligible, ballot) => {
          const { outcome, inFavour } = count(eligible, ballot);
          return (
            outcome === 'pending' || (outcome === 'sign-off') === (inFavour > 0 && inFavour >= votesNeeded(rules.majority, ballot.length))
          );
        }),
      ).toEqual([]);
    });

    it('does not turn a sign-off by one more vote in favour, nor a request for changes by one more against', () => {
      const stays = (eligible: number, ballot: readonly Verdict[]): boolean => {
        const before = count(eligible, ballot).outcome;
        const more = VERDICTS.filter((verdict) => (before === 'sign-off' ? isInFavour(verdict) : !isInFavour(verdict)));
        return before === 'pending' || more.every((verdict) => count(eligible, [...ballot, verdict]).outcome === before);
      };
      expect(broken(rules, (eligible, ballot) => ballot.length === eligible || stays(eligible, ballot), 5)).toEqual([]);
    });

    it('does not ask who voted first, nor how strongly', () => {
      const plain = (verdict: Verdict): Verdict => (isInFavour(verdict) ? 'accept' : 'reject');
      expect(
        broken(rules, (eligible, ballot) => {
          const outcome = JSON.stringify(count(eligible, ballot));
          return (
            outcome === JSON.stringify(count(eligible, ballot.toReversed())) &&
            outcome === JSON.stringify(count(eligible, ballot.map(plain)))
          );
        }),
      ).toEqual([]);
    });
  });

  it('by default means two thirds exactly, in whole votes', () => {
    expect(
      broken(DEFAULT_BOARD_RULES, (eligible, ballot) => {
        const { outcome, cast, inFavour } = tally(eligible, ballot, DEFAULT_BOARD_RULES);
        const quorum = cast > 0 && 3 * cast >= 2 * eligible;
        return outcome === (!quorum ? 'pending' : 3 * inFavour >= 2 * cast ? 'sign-off' : 'changes');
      }),
    ).toEqual([]);
  });
});

describe('exclusionOf', () => {
  it.each([
    ['another institution, another author', 'PXU', 'p1', null],
    ['the own institution leads', 'QUI', 'p1', 'leads-deliverable'],
    ['the own pen wrote it', 'PXU', 'author', 'wrote-version'],
    ['both: the institution is the reason', 'QUI', 'author', 'leads-deliverable'],
  ])('%s', (_case, beneficiaryId, personId, expected) => {
    expect(exclusionOf({ beneficiaryId, personId }, { leadBeneficiaryId: 'QUI', authorPersonId: 'author' })).toBe(expected);
  });
});

describe('checkReview', () => {
  const review = (overrides: Partial<ReviewDraft> = {}): ReviewDraft => ({
    scores: { relevance: 1, completeness: 2, quality: 3, clarity: 4, visibility: 5 },
    verdict: 'accept',
    comments: [],
    ...overrides,
  });
  const findingsOf = (draft: ReviewDraft) => {
    const answer = checkReview(draft);
    return answer.ok ? [] : answer.reason;
  };

  it('hands back a review that is complete', () => {
    const complete = review();
    expect(checkReview(complete)).toEqual({ ok: true, value: complete });
  });

  describe.each(CRITERIA.map((criterion) => [criterion]))('the score for %s', (criterion) => {
    it.each([1, 2, 3, 4, 5])('may be %d', (score) => {
      expect(findingsOf(review({ scores: { ...review().scores, [criterion]: score } }))).toEqual([]);
    });

    it.each([0, 6, -1, 3.5, NaN, Infinity, undefined])('may not be %p', (score) => {
      const scores = { ...review().scores, [criterion]: score };
      expect(findingsOf(review({ scores }))).toEqual([{ path: `scores.${criterion}`, code: 'score-out-of-range' }]);
    });
  });

  it.each<[Verdict, ReviewDraft['comments'], boolean]>([
    ['accept', [], true],
    ['minor-changes', [], true],
    ['major-changes', [], false],
    ['reject', [], false],
    ['reject', [{ kind: 'minor', text: 'A typing error.' }], false],
    ['reject', [{ kind: 'advice', text: 'A table.' }], false],
    ['reject', [{ kind: 'major', text: ' \n' }], false],
    ['reject', [{ kind: 'major', text: 'There are no figures.' }], true],
    [
      'major-changes',
      [
        { kind: 'minor', text: 'A typing error.' },
        { kind: 'major', text: 'There are no figures.' },
      ],
      true,
    ],
  ])('"%s" with %j is explained: %s', (verdict, comments, explained) => {
    expect(findingsOf(review({ verdict, comments }))).toEqual(explained ? [] : [{ path: 'comments', code: 'major-comment-needed' }]);
  });

  it('tells everything at once, scores first', () => {
    const scores = { relevance: 0, completeness: 2, quality: 3, clarity: 4, visibility: 9 };
    expect(findingsOf(review({ verdict: 'reject', scores }))).toEqual([
      { path: 'scores.relevance', code: 'score-out-of-range' },
      { path: 'scores.visibility', code: 'score-out-of-range' },
      { path: 'comments', code: 'major-comment-needed' },
    ]);
  });
});
