import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DELIVERABLE_STATES } from '../deliverables/deliverable-states.js';
import { basisPoints, cents, sumCents } from '../kernel/cents.js';
import type { WorkState } from '../work-plan/work-status.js';
import {
  CLAIM_STATES,
  checkAccepted,
  checkDeclaration,
  claimOf,
  deliverableGaps,
  isFrozen,
  liabilityOf,
  partGaps,
  spreadAccepted,
  type Declaration,
  type DeclarationFacts,
} from './work-package-claims.js';

fc.configureGlobal({ seed: 20_240_101 });

const declaration = (overrides: Partial<Declaration> = {}): Declaration => ({
  kind: 'completed',
  completion: null,
  justification: 'All tasks were carried out.',
  gapsReason: '',
  ...overrides,
});
const inPeriod = (overrides: Partial<DeclarationFacts> = {}): DeclarationFacts => ({
  isLastPeriod: false,
  accepted: false,
  hasGaps: false,
  ...overrides,
});
const partial = (completion: number | null): Declaration =>
  declaration({ kind: 'partially-completed', completion: completion === null ? null : basisPoints(completion) });

describe('a declaration of a work package', () => {
  it.each<[string, Declaration, DeclarationFacts]>([
    ['completed', declaration(), inPeriod()],
    [
      'completed with gaps and a reason',
      declaration({ gapsReason: 'The list was lost in a flood; photos stand in.' }),
      inPeriod({ hasGaps: true }),
    ],
    ['not completed with gaps', declaration({ kind: 'not-completed' }), inPeriod({ hasGaps: true })],
    ['not completed needs no words', declaration({ kind: 'not-completed', justification: '' }), inPeriod()],
    ['partially, in the last period', partial(6_000), inPeriod({ isLastPeriod: true })],
    ['partially, hardly anything', partial(1), inPeriod({ isLastPeriod: true })],
    ['partially, nearly everything', partial(9_999), inPeriod({ isLastPeriod: true })],
  ])('%s', (_case, said, facts) => {
    expect(checkDeclaration(said, facts)).toEqual({ ok: true, value: said });
  });

  it.each<[string, Declaration, DeclarationFacts, string[]]>([
    ['completed without a word', declaration({ justification: ' \n' }), inPeriod(), ['justification-needed']],
    ['partially before the last period', partial(6_000), inPeriod(), ['partial-only-in-last-period']],
    ['partially without a part', partial(null), inPeriod({ isLastPeriod: true }), ['completion-needed']],
    ['partially, nothing', partial(0), inPeriod({ isLastPeriod: true }), ['completion-out-of-range']],
    ['partially, everything', partial(10_000), inPeriod({ isLastPeriod: true }), ['completion-out-of-range']],
    ['completed with a part', declaration({ completion: basisPoints(5_000) }), inPeriod(), ['completion-not-asked']],
    ['completed with gaps and no reason', declaration({ gapsReason: ' ' }), inPeriod({ hasGaps: true }), ['gaps-unexplained']],
    ['accepted before', declaration(), inPeriod({ accepted: true }), ['already-accepted']],
    [
      'everything wrong at once',
      { ...partial(0), justification: '' },
      inPeriod(),
      ['partial-only-in-last-period', 'completion-out-of-range', 'justification-needed'],
    ],
  ])('%s is refused', (_case, said, facts, codes) => {
    const answer = checkDeclaration(said, facts);
    expect(answer.ok ? [] : answer.reason.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['nothing', declaration({ kind: 'not-completed' }), 0],
    ['the whole share', declaration(), 1_001],
    ['a part of it, rounded to the cent', partial(3_333), 334],
  ])('claims %s', (_case, said, claimed) => {
    expect(claimOf(said, cents(1_001))).toBe(claimed);
  });
});

describe('what is missing of a work package', () => {
  it('are deliverables that EACEA does not have', () => {
    const states = DELIVERABLE_STATES.map((state) => ({ state }));
    expect(deliverableGaps(states).map(({ subject }) => subject.state)).toEqual(
      DELIVERABLE_STATES.filter((state) => state !== 'submitted' && state !== 'accepted'),
    );
  });

  it.each<[WorkState, number, string[]]>([
    ['done', 1, []],
    ['done', 0, ['part-without-evidence']],
    ['in-progress', 2, ['part-unfinished']],
    ['not-started', 0, ['part-unfinished']],
    ['blocked', 0, ['part-unfinished']],
  ])('is a part that is %s with %i proofs: %j', (state, evidence, kinds) => {
    expect(partGaps([{ state, evidence }]).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('the shares of a work package', () => {
  it('are frozen once EACEA accepted something of them', () => {
    expect(CLAIM_STATES.filter(isFrozen)).toEqual(['accepted', 'partly-accepted', 'paid']);
  });
});

describe('accepted shares', () => {
  const accepted = (shareCents: number, acceptedCents: number) => ({
    beneficiary: 'QUI',
    shareCents: cents(shareCents),
    acceptedCents: cents(acceptedCents),
  });

  it.each([
    [accepted(100, 0), null],
    [accepted(100, 100), null],
    [accepted(100, 101), { beneficiary: 'QUI', code: 'accepted-above-share' }],
    [accepted(100, -1), { beneficiary: 'QUI', code: 'accepted-below-zero' }],
  ])('%j', (one, expected) => {
    expect(checkAccepted([accepted(5, 5), one])).toEqual(expected);
  });

  it('leave a beneficiary liable for what was refused of its own share', () => {
    expect(liabilityOf(accepted(100, 40))).toBe(60);
  });

  it('are spread in proportion, to the cent, and never above a share', () => {
    const shares = fc.array(fc.nat(10_000_000).map(cents), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(shares, fc.nat(10_000), (amounts, part) => {
        const whole = sumCents(amounts);
        const amount = cents(Math.floor((whole * part) / 10_000));
        const parts = spreadAccepted(amount, amounts);
        expect(sumCents(parts)).toBe(amount);
        expect(parts.every((one, index) => one >= 0 && one <= (amounts[index] ?? 0))).toBe(true);
      }),
    );
  });

  it('cannot be more than there is', () => {
    expect(() => spreadAccepted(cents(11), [cents(5), cents(5)])).toThrow(RangeError);
  });
});
