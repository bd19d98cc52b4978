import { describe, expect, it } from '@jest/globals';
import { CONSORTIUM } from '@office/testing';
import { boardMember, seatsAt, tallyOf, type BoardSeat } from './board-seats.js';

const NOW = new Date('2024-09-16T10:00:00Z');
const RULES = { quorumBasisPoints: 6666, majorityBasisPoints: 6666, closedAt: null };
const SUBJECT = { leadBeneficiaryId: CONSORTIUM.QUI.id, authorPersonId: 'author' };

const seat = (partner: keyof typeof CONSORTIUM, overrides: Partial<BoardSeat> = {}): BoardSeat => ({
  membershipId: `membership ${partner}`,
  personId: `person ${partner}`,
  name: `Member ${partner}`,
  beneficiary: CONSORTIUM[partner],
  chair: false,
  activeFrom: '2024-01-01T00:00:00+00:00',
  activeTo: null,
  ...overrides,
});
const BOARD = (Object.keys(CONSORTIUM) as (keyof typeof CONSORTIUM)[]).map((partner) => seat(partner));

describe('who may vote', () => {
  const eligible = (seats: BoardSeat[], subject = SUBJECT, closedAt: string | null = null): number =>
    tallyOf({ ...RULES, closedAt }, [], seats, subject, NOW).eligible;

  it('is everybody but the lead', () => {
    expect(eligible(BOARD)).toBe(6);
  });

  it('is not who wrote the version', () => {
    expect(eligible(BOARD, { ...SUBJECT, authorPersonId: 'person HANU' })).toBe(5);
  });

  it('is an institution, not each of its people', () => {
    expect(eligible([...BOARD, seat('HANU', { personId: 'second' })])).toBe(6);
    expect(eligible([...BOARD, seat('HANU', { personId: 'second' })], { ...SUBJECT, authorPersonId: 'person HANU' })).toBe(6);
  });

  it('is who sits on the board now, and in a closed round who sat then', () => {
    const left = seat('HANU', { personId: 'gone', activeTo: '2024-09-16T10:00:00+00:00' });
    const joins = seat('PXU', { activeFrom: '2024-09-16T10:00:01+00:00' });
    expect(seatsAt([left, joins], NOW)).toEqual([]);
    expect(eligible([left, joins])).toBe(0);
    expect(eligible([left, joins], SUBJECT, '2024-09-16T09:59:59.999+00:00')).toBe(1);
  });
});

describe('the votes that count', () => {
  const votes = (['AL', 'HANU', 'PXU'] as const).map((partner) => ({ beneficiaryId: CONSORTIUM[partner].id, verdict: 'accept' as const }));
  const counted = (seats: BoardSeat[], closedAt: string | null = null): { cast: number; eligible: number; inFavour: number } => {
    const { cast, eligible, inFavour } = tallyOf({ ...RULES, closedAt }, votes, seats, SUBJECT, NOW);
    return { cast, eligible, inFavour };
  };

  it('are never more than those who may vote: a verdict goes with the institution that has left', () => {
    const board = [
      seat('AL'),
      seat('HANU', { activeTo: '2024-09-16T09:00:00+00:00' }),
      seat('PXU', { activeTo: '2024-09-16T09:00:00+00:00' }),
    ];
    expect(counted(board)).toEqual({ cast: 1, eligible: 1, inFavour: 1 });
    expect(counted(board, '2024-09-16T08:00:00+00:00')).toEqual({ cast: 3, eligible: 3, inFavour: 3 });
  });

  it('stay with an institution whose seat another of its people has taken', () => {
    const board = [seat('AL'), seat('HANU', { activeTo: '2024-09-16T09:00:00+00:00' }), seat('HANU', { personId: 'successor' })];
    expect(counted(board)).toEqual({ cast: 2, eligible: 2, inFavour: 2 });
  });
});

describe('a member of the board', () => {
  it('is shown with the reason of an exclusion, or with none where nothing is reviewed', () => {
    expect(boardMember(seat('QUI'), SUBJECT).exclusion).toBe('leads-deliverable');
    expect(boardMember(seat('QUI'), { ...SUBJECT, leadBeneficiaryId: CONSORTIUM.AL.id }).exclusion).toBeNull();
    expect(boardMember(seat('QUI'), null).exclusion).toBeNull();
  });

  it('has written nothing where there is no version', () => {
    expect(boardMember(seat('AL'), { ...SUBJECT, authorPersonId: null }).exclusion).toBeNull();
  });
});
