import { describe, expect, it } from '@jest/globals';
import {
  EXCLUSIONS,
  exclusionOf,
  mayManageBoard,
  mayVote,
  PLACES,
  votingBeneficiaries,
  type Exclusion,
  type SeatStanding,
} from './seats.js';

const seat = (overrides: Partial<SeatStanding> = {}): SeatStanding => ({
  beneficiaryId: 'hanu',
  place: 'member',
  exclusion: null,
  absent: false,
  ...overrides,
});
const ALTERNATE = seat({ place: 'alternate' });

describe('who is excluded', () => {
  const subject = { leadBeneficiaryId: 'qui', authorPersonId: 'author', recusedPersonIds: ['near'] };
  it.each<[string, string, string, Exclusion | null]>([
    ['somebody of another institution', 'hanu', 'anybody', null],
    ['whoever is of the lead', 'qui', 'anybody', 'leads-deliverable'],
    ['the author', 'hanu', 'author', 'wrote-version'],
    ['who declared a conflict', 'hanu', 'near', 'recused'],
    ['the author of the lead, for the institution', 'qui', 'author', 'leads-deliverable'],
  ])('%s', (_case, beneficiaryId, personId, expected) => {
    expect(exclusionOf({ beneficiaryId, personId }, subject)).toBe(expected);
  });

  it('is nobody for a conflict where none was declared', () => {
    expect(exclusionOf({ beneficiaryId: 'hanu', personId: 'near' }, { leadBeneficiaryId: 'qui', authorPersonId: 'author' })).toBeNull();
  });
});

describe('who may vote', () => {
  it('is nobody who is excluded, in whatever place', () => {
    for (const exclusion of EXCLUSIONS) for (const place of PLACES) expect(mayVote(seat({ exclusion, place }), [], true)).toBe(false);
  });

  it('is a member, absent or not', () => {
    expect([mayVote(seat(), [], false), mayVote(seat({ absent: true }), [ALTERNATE], false)]).toEqual([true, true]);
  });

  it.each<[string, SeatStanding[], boolean, boolean]>([
    ['a member who can', [seat()], false, false],
    ['no member at all', [], false, true],
    ['an absent member', [seat({ absent: true })], false, true],
    ['an excluded member', [seat({ exclusion: 'wrote-version' })], false, true],
    ['an absent member and one who can', [seat({ absent: true }), seat()], false, false],
    ['a member of another institution', [seat({ beneficiaryId: 'pxu' })], false, true],
    ['a member who can, in an extended round', [seat()], true, true],
  ])('is an alternate beside %s: extended %s', (_case, members, extended, expected) => {
    expect(mayVote(ALTERNATE, [ALTERNATE, ...members], extended)).toBe(expected);
  });

  it('is each institution once, as long as somebody can speak for it', () => {
    const board = [seat(), ALTERNATE, seat({ beneficiaryId: 'pxu', exclusion: 'recused' }), seat({ beneficiaryId: 'al', absent: true })];
    expect([...votingBeneficiaries(board)]).toEqual(['hanu', 'al']);
  });
});

describe('who manages the board', () => {
  const seats = [
    { personId: 'chair', chair: true },
    { personId: 'member', chair: false },
  ];
  it.each([
    ['the coordinator of the project', 'anybody', ['project-coordinator'], true],
    ['the chair', 'chair', ['quality-board-member'], true],
    ['not a member', 'member', ['quality-board-member'], false],
    ['not a coordinator of a partner', 'anybody', ['partner-coordinator'], false],
  ])('%s', (_case, personId, roles, expected) => {
    expect(mayManageBoard({ personId, roles }, seats)).toBe(expected);
  });
});
