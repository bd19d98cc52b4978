import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_BOARD_RULES, REVIEWER_ORIGINS } from './board-rules.js';
import { checkReviewers, suggestReviewers, type ReviewerCandidate } from './reviewers.js';
import { EXCLUSIONS, PLACES } from './seats.js';

fc.configureGlobal({ seed: 20_240_101 });

const candidate = (name: string, country: string, overrides: Partial<ReviewerCandidate> = {}): ReviewerCandidate => ({
  membershipId: name,
  beneficiaryId: name,
  country,
  origin: country === 'VN' ? 'partner-country' : 'eu',
  place: 'member',
  load: 0,
  exclusion: null,
  ...overrides,
});

/** STRIVE's board, QUI leading. */
const BOARD = [
  candidate('al', 'IT'),
  candidate('hanu', 'VN'),
  candidate('pxu', 'VN'),
  candidate('qui', 'VN', { exclusion: 'leads-deliverable' }),
  candidate('apag', 'VN'),
  candidate('ue', 'PT'),
  candidate('unitus', 'IT'),
];
const suggested = (board: readonly ReviewerCandidate[], rules = DEFAULT_BOARD_RULES): string[] =>
  suggestReviewers(board, rules).flatMap((one) => (one.suggested ? [one.membershipId] : []));
const load = (loads: Record<string, number>): ReviewerCandidate[] => BOARD.map((one) => ({ ...one, load: loads[one.membershipId] ?? 0 }));

describe('a suggestion of reviewers', () => {
  it('is one of the EU and one of the partner country', () => {
    expect(suggested(BOARD)).toEqual(['al', 'hanu']);
  });

  it('is who has least to write', () => {
    expect(suggested(load({ al: 2, ue: 1, unitus: 1, hanu: 1, pxu: 1 }))).toEqual(['apag', 'ue']);
  });

  it('keeps the origins even where somebody else has less to do', () => {
    expect(suggested(load({ al: 5, ue: 5, unitus: 5 }))).toEqual(['hanu', 'al']);
  });

  it('prefers another country among those with the same load', () => {
    expect(suggested(BOARD, { ...DEFAULT_BOARD_RULES, reviewersPerDeliverable: 3 })).toEqual(['al', 'hanu', 'ue']);
  });

  it('takes members before alternates, and nobody twice of an institution', () => {
    const board = [
      candidate('al', 'IT', { load: 3 }),
      candidate('al-alternate', 'IT', { beneficiaryId: 'al', place: 'alternate' }),
      candidate('hanu', 'VN'),
    ];
    expect(suggested(board)).toEqual(['hanu', 'al']);
  });

  it('says why, and why not', () => {
    const reasons = new Map(suggestReviewers(load({ pxu: 1 }), DEFAULT_BOARD_RULES).map((one) => [one.membershipId, one.reasons]));
    expect(reasons.get('al')).toEqual(['least-load', 'origin-needed', 'other-country']);
    expect(reasons.get('pxu')).toEqual(['more-load']);
    expect(reasons.get('qui')).toEqual(['conflict']);
  });

  it('is nobody where nobody is free', () => {
    expect(suggested([])).toEqual([]);
    expect(suggested(BOARD.map((one) => ({ ...one, exclusion: 'recused' as const })))).toEqual([]);
  });

  const anyCandidate = fc.record({
    membershipId: fc.uuid(),
    beneficiaryId: fc.constantFrom('a', 'b', 'c', 'd'),
    country: fc.constantFrom('IT', 'PT', 'VN'),
    origin: fc.constantFrom(...REVIEWER_ORIGINS),
    place: fc.constantFrom(...PLACES),
    load: fc.nat(5),
    exclusion: fc.option(fc.constantFrom(...EXCLUSIONS)),
  });
  const anyBoard = fc.uniqueArray(anyCandidate, { selector: ({ membershipId }) => membershipId, maxLength: 9 });
  const anyRules = fc.record({ reviewersPerDeliverable: fc.integer({ min: 1, max: 6 }), origins: fc.subarray([...REVIEWER_ORIGINS]) });

  it('tells everybody once, suggests no conflict, and no more than are asked for', () => {
    fc.assert(
      fc.property(anyBoard, anyRules, (board, rules) => {
        const told = suggestReviewers(board, rules);
        expect(told.map(({ membershipId }) => membershipId).sort()).toEqual(board.map(({ membershipId }) => membershipId).sort());
        const chosen = board.filter(({ membershipId }) => told.some((one) => one.suggested && one.membershipId === membershipId));
        expect(chosen.every(({ exclusion }) => exclusion === null)).toBe(true);
        expect(new Set(chosen.map(({ beneficiaryId }) => beneficiaryId)).size).toBe(chosen.length);
        expect(chosen.length).toBeLessThanOrEqual(rules.reviewersPerDeliverable);
      }),
    );
  });

  it('can be appointed as it is, wherever each institution has one origin', () => {
    const oneOrigin = anyBoard.map((board) =>
      board.map((one) => ({ ...one, origin: one.beneficiaryId < 'c' ? ('eu' as const) : ('partner-country' as const) })),
    );
    fc.assert(
      fc.property(oneOrigin, anyRules, (board, rules) => {
        const ids = suggestReviewers(board, rules).flatMap((one) => (one.suggested ? [one.membershipId] : []));
        expect(checkReviewers(ids, board, rules).ok).toBe(true);
      }),
    );
  });
});

describe('an appointment', () => {
  const refusal = (ids: string[], board = BOARD): unknown => {
    const checked = checkReviewers(ids, board, DEFAULT_BOARD_RULES);
    return checked.ok ? null : checked.reason;
  };

  it.each([
    ['one of each origin', ['al', 'pxu'], null],
    ['more than are needed', ['al', 'pxu', 'ue'], null],
    ['nobody: all appointments are taken back', [], null],
    ['somebody who is not on the board', ['al', 'stranger'], { code: 'unknown-member', membershipId: 'stranger' }],
    ['somebody of the lead', ['al', 'qui'], { code: 'conflict', membershipId: 'qui', reason: 'leads-deliverable' }],
    ['too few', ['al'], { code: 'too-few', needed: 2 }],
    ['the same one twice', ['al', 'al'], { code: 'too-few', needed: 2 }],
    ['nobody of the EU', ['hanu', 'pxu'], { code: 'origin-missing', origin: 'eu' }],
    ['nobody of the partner country', ['al', 'ue'], { code: 'origin-missing', origin: 'partner-country' }],
  ])('of %s', (_case, ids, expected) => {
    expect(refusal(ids)).toEqual(expected);
  });

  it('of two people of one institution is refused', () => {
    const board = [...BOARD, candidate('al-second', 'IT', { beneficiaryId: 'al' })];
    expect(refusal(['al', 'al-second'], board)).toEqual({ code: 'conflict', membershipId: 'al-second', reason: 'same-institution' });
  });

  it('asks for no more than the consortium has', () => {
    expect(refusal(['hanu'], [candidate('hanu', 'VN'), candidate('al', 'IT', { exclusion: 'wrote-version' })])).toBeNull();
    expect(refusal(['hanu', 'pxu'], [candidate('hanu', 'VN'), candidate('pxu', 'VN')])).toBeNull();
  });
});
