import { describe, expect, it } from '@jest/globals';
import { DEFAULT_BOARD_RULES, plainDate } from '@office/domain';
import { CONSORTIUM } from '@office/testing';
import {
  boardMember,
  panelAt,
  rulesOf,
  rulesView,
  seatsAt,
  tallyOf,
  type BoardSeat,
  type ReviewSubject,
  type RoundRules,
} from './board-seats.js';

const NOW = new Date('2024-09-16T10:00:00Z');
const RULES: RoundRules = {
  quorumBasisPoints: 6666,
  majorityBasisPoints: 6666,
  state: 'open',
  panel: 'board',
  closedAt: null,
  counted: null,
};
const SUBJECT: ReviewSubject = { leadBeneficiaryId: CONSORTIUM.QUI.id, authorPersonId: 'author', recusedPersonIds: [] };
type Partner = keyof typeof CONSORTIUM;

const seat = (partner: Partner, overrides: Partial<BoardSeat> = {}): BoardSeat => ({
  body: 'quality-board',
  membershipId: `membership ${partner}`,
  personId: `person ${partner}`,
  name: `Member ${partner}`,
  beneficiary: CONSORTIUM[partner],
  country: 'VN',
  chair: false,
  place: 'member',
  absentUntil: null,
  activeFrom: '2024-01-01T00:00:00+00:00',
  activeTo: null,
  ...overrides,
});
const BOARD = (Object.keys(CONSORTIUM) as Partner[]).map((partner) => seat(partner));
const alternate = (partner: Partner): BoardSeat =>
  seat(partner, { membershipId: `alternate ${partner}`, personId: `alternate ${partner}`, place: 'alternate' });

interface Case {
  readonly seats?: readonly BoardSeat[];
  readonly subject?: Partial<ReviewSubject>;
  readonly round?: Partial<RoundRules>;
  readonly reviewerIds?: readonly string[];
  readonly at?: Date;
}

const panel = ({ seats = BOARD, subject = {}, round = {}, reviewerIds = [], at = NOW }: Case): ReturnType<typeof panelAt> =>
  panelAt({ ...RULES, ...round }, { seats, reviewerIds }, { ...SUBJECT, ...subject }, at);
const eligible = (one: Case): number => tallyOf({ ...RULES, ...one.round }, [], panel(one)).eligible;
const votersOf = (one: Case): string[] =>
  panel(one)
    .filter(({ mayVote }) => mayVote)
    .map(({ membershipId }) => membershipId);

describe('who may vote', () => {
  it('is everybody but the lead', () => {
    expect(eligible({})).toBe(6);
  });

  it('is not who wrote the version, nor who declared a conflict of interest', () => {
    expect(eligible({ subject: { authorPersonId: 'person HANU' } })).toBe(5);
    expect(eligible({ subject: { recusedPersonIds: ['person HANU', 'person PXU'] } })).toBe(4);
  });

  it('is an institution, not each of its people', () => {
    const seats = [...BOARD, seat('HANU', { personId: 'second' })];
    expect(eligible({ seats })).toBe(6);
    expect(eligible({ seats, subject: { authorPersonId: 'person HANU' } })).toBe(6);
  });

  it('is who sits on the board at that time', () => {
    const left = seat('HANU', { personId: 'gone', activeTo: '2024-09-16T10:00:00+00:00' });
    const joins = seat('PXU', { activeFrom: '2024-09-16T10:00:01+00:00' });
    expect(seatsAt([left, joins], NOW)).toEqual([]);
    expect(eligible({ seats: [left, joins] })).toBe(0);
    expect(eligible({ seats: [left, joins], at: new Date('2024-09-16T09:59:59.999Z') })).toBe(1);
  });

  it('is an alternate while every member of the institution is excluded or absent, and in an extended round', () => {
    const seats = [seat('HANU'), alternate('HANU')];
    expect(votersOf({ seats })).toEqual(['membership HANU']);
    expect(votersOf({ seats, subject: { authorPersonId: 'person HANU' } })).toEqual(['alternate HANU']);
    expect(votersOf({ seats, subject: { recusedPersonIds: ['person HANU'] } })).toEqual(['alternate HANU']);
    expect(votersOf({ seats, round: { state: 'extended' } })).toEqual(['membership HANU', 'alternate HANU']);
    expect(votersOf({ seats, subject: { leadBeneficiaryId: CONSORTIUM.HANU.id } })).toEqual([]);
  });

  it.each([
    ['2024-09-15', ['membership HANU']],
    ['2024-09-16', ['membership HANU', 'alternate HANU']],
    ['2024-09-20', ['membership HANU', 'alternate HANU']],
  ])('takes somebody as absent until %s inclusive, who may vote all the same', (day, voters) => {
    expect(votersOf({ seats: [seat('HANU', { absentUntil: plainDate(day) }), alternate('HANU')] })).toEqual(voters);
  });

  it('counts an institution once with its alternate, and by its alternate alone', () => {
    expect(eligible({ seats: [...BOARD, alternate('HANU')] })).toBe(6);
    expect(eligible({ seats: [...BOARD, alternate('HANU')], subject: { recusedPersonIds: ['person HANU'] } })).toBe(6);
  });
});

describe('the panel of a round', () => {
  const committee = seat('AL', { body: 'steering-committee', membershipId: 'committee AL', personId: 'committee AL' });
  const seats = [...BOARD, alternate('PXU'), alternate('HANU'), committee];

  it('is the board, and nobody of the steering committee', () => {
    expect(panel({ seats }).some(({ body }) => body === 'steering-committee')).toBe(false);
    expect(panel({ seats })).toHaveLength(BOARD.length + 2);
  });

  it('is the steering committee, and nobody else', () => {
    expect(panel({ seats, round: { panel: 'steering-committee' } }).map(({ membershipId }) => membershipId)).toEqual(['committee AL']);
  });

  it('is the appointed reviewers with the alternates of their institutions', () => {
    const reviewers = panel({ seats, round: { panel: 'reviewers' }, reviewerIds: ['membership PXU', 'membership AL'] });
    expect(reviewers.map(({ membershipId }) => membershipId).sort()).toEqual(['alternate PXU', 'membership AL', 'membership PXU']);
    expect(eligible({ seats, round: { panel: 'reviewers' }, reviewerIds: ['membership PXU', 'membership AL'] })).toBe(2);
  });
});

describe('the votes that count', () => {
  const votes = (['AL', 'HANU', 'PXU'] as const).map((partner) => ({ beneficiaryId: CONSORTIUM[partner].id, verdict: 'accept' as const }));
  const counted = (one: Case): { cast: number; eligible: number; inFavour: number } => {
    const { cast, eligible: mayVote, inFavour } = tallyOf({ ...RULES, ...one.round }, votes, panel(one));
    return { cast, eligible: mayVote, inFavour };
  };

  it('are never more than those who may vote: a verdict goes with the institution that has left', () => {
    const seats = [
      seat('AL'),
      seat('HANU', { activeTo: '2024-09-16T09:00:00+00:00' }),
      seat('PXU', { activeTo: '2024-09-16T09:00:00+00:00' }),
    ];
    expect(counted({ seats })).toEqual({ cast: 1, eligible: 1, inFavour: 1 });
    expect(counted({ seats, at: new Date('2024-09-16T08:00:00Z') })).toEqual({ cast: 3, eligible: 3, inFavour: 3 });
  });

  it('stay with an institution whose seat another of its people has taken', () => {
    const seats = [seat('AL'), seat('HANU', { activeTo: '2024-09-16T09:00:00+00:00' }), seat('HANU', { personId: 'successor' })];
    expect(counted({ seats })).toEqual({ cast: 2, eligible: 2, inFavour: 2 });
  });

  it('of a decided round are those that were counted then, whoever sits there now', () => {
    const round = { counted: { eligible: 6, cast: 5, inFavour: 4 }, state: 'signed-off', closedAt: NOW } as const;
    expect(tallyOf({ ...RULES, ...round }, votes, panel({ seats: [], round }))).toMatchObject({
      ...round.counted,
      outcome: 'sign-off',
      quorum: 4,
    });
  });
});

describe('a member of the board', () => {
  const shown = (subject: Partial<ReviewSubject>, partner: Partner): unknown =>
    panel({ subject, reviewerIds: ['membership AL'] })
      .map(boardMember)
      .find(({ beneficiary }) => beneficiary.id === CONSORTIUM[partner].id);

  it('is shown with the reason of an exclusion, or with none', () => {
    expect(shown({}, 'QUI')).toMatchObject({ exclusion: 'leads-deliverable', mayVote: false, reviewer: false });
    expect(shown({ leadBeneficiaryId: CONSORTIUM.AL.id }, 'QUI')).toMatchObject({ exclusion: null, mayVote: true });
    expect(shown({ recusedPersonIds: ['person PXU'] }, 'PXU')).toMatchObject({ exclusion: 'recused', mayVote: false });
    expect(shown({}, 'AL')).toMatchObject({ reviewer: true, place: 'member', absentUntil: null });
  });

  it('has written nothing where there is no version', () => {
    expect(shown({ authorPersonId: null }, 'AL')).toMatchObject({ exclusion: null });
  });
});

describe('the rules of a round', () => {
  it('are those of the handbook beside its own quorum and majority, where it has none of its own', () => {
    const round = { quorumBasisPoints: 5000, majorityBasisPoints: 5001, rules: null };
    expect(rulesOf(round)).toEqual({ ...DEFAULT_BOARD_RULES, quorum: 5000, majority: 5001 });
    expect(rulesOf({ ...round, rules: { inquorate: 'changes' } }).inquorate).toBe('changes');
  });

  it('cross the wire with their units in the name', () => {
    const { quorum, majority, ...others } = DEFAULT_BOARD_RULES;
    expect(rulesView(DEFAULT_BOARD_RULES)).toEqual({ quorumBasisPoints: quorum, majorityBasisPoints: majority, ...others });
  });
});
