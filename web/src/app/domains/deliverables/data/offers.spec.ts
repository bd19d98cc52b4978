import { describe, expect, it } from '@jest/globals';
import type { DeliverableView } from '@office/contracts';
import { type Actor, DELIVERABLE_STATES, type DeliverableState, type ProjectRole, type Verdict } from '@office/domain';
import { aBoardMember, aDeliverable, aDeliverableVersion, aReview, aReviewRound, anActor, CONSORTIUM, idOf } from '@office/testing';
import { offersOf } from './offers';

const LEAD = CONSORTIUM.QUI.id;
/** People of the built board are numbered from 11, in the order of the consortium. */
const boardMember = (n: number, beneficiaryId: string): Actor =>
  anActor({ personId: idOf('person', 10 + n), roles: ['quality-board-member'], beneficiaryId });
const someone = (role: ProjectRole, beneficiaryId: string | null): Actor => anActor({ roles: [role], beneficiaryId });

const people = {
  lead: someone('partner-coordinator', LEAD),
  'contributor of the lead': someone('contributor', LEAD),
  'other partner': someone('partner-coordinator', CONSORTIUM.HANU.id),
  'project coordinator': someone('project-coordinator', CONSORTIUM.AL.id),
  'board member': boardMember(3, CONSORTIUM.PXU.id),
  "lead's board member": boardMember(4, LEAD),
  observer: someone('observer', null),
};
type Who = keyof typeof people;

const voted = (...verdicts: Verdict[]) =>
  aReviewRound({
    reviews: verdicts.map((verdict, index) =>
      aReview({
        id: idOf('review', index + 1),
        beneficiaryId: Object.values(CONSORTIUM).filter(({ id }) => id !== LEAD)[index]!.id,
        verdict,
      }),
    ),
  });

function inState(state: DeliverableState, overrides: Partial<DeliverableView> = {}): DeliverableView {
  const rounds = state === 'in-review' ? [voted('accept')] : [];
  return aDeliverable({ state, rounds, ...overrides });
}

const allowed = (view: DeliverableView, actor: Actor) => {
  const { primary } = offersOf(view, actor);
  return primary?.reason === null ? primary.label : null;
};

describe('the one next step of a deliverable', () => {
  const expected: Record<DeliverableState, Partial<Record<Who, string>>> = {
    planned: { lead: 'Upload version 0.1', 'contributor of the lead': 'Upload version 0.1' },
    drafting: {
      lead: 'Open review of version 0.3',
      'contributor of the lead': 'Upload version 0.4',
      'project coordinator': 'Open review of version 0.3',
    },
    'in-review': { 'board member': 'Review version 0.3' },
    'changes-requested': { lead: 'Upload version 0.4', 'contributor of the lead': 'Upload version 0.4' },
    'signed-off': { 'project coordinator': 'Approve version 0.3' },
    approved: { 'project coordinator': 'Mark as submitted to EACEA' },
    submitted: { 'project coordinator': "Record EACEA's answer" },
    'revision-requested': { lead: 'Upload version 0.4', 'contributor of the lead': 'Upload version 0.4' },
    accepted: {},
  };
  const cells = DELIVERABLE_STATES.flatMap((state) =>
    (Object.keys(people) as Who[]).map((who) => [state, who, expected[state][who] ?? null] as const),
  );

  it.each(cells)('%s, %s: %s', (state, who, label) => {
    expect(allowed(inState(state), people[who])).toBe(label);
  });

  it.each(DELIVERABLE_STATES)('offers in %s nothing to an observer: her role never takes a step', (state) => {
    expect(offersOf(inState(state), people.observer)).toEqual({ primary: null, others: [] });
  });

  it('opens no review of a version in which the virus scanner found something', () => {
    const infected = { ...inState('drafting'), versions: [aDeliverableVersion({ scan: 'infected' })] };
    const { primary, others } = offersOf(infected, people.lead);
    expect(primary).toMatchObject({ label: 'Upload version 0.4', reason: null });
    expect(others.find(({ kind }) => kind === 'open-review')).toMatchObject({
      reason: 'The virus scanner found something in version 0.3. Upload a clean one first.',
    });
  });

  it('says why not here where the role takes the step elsewhere', () => {
    expect(offersOf(inState('drafting'), people['other partner']).primary).toMatchObject({
      label: 'Open review of version 0.3',
      reason: 'Another institution leads this.',
    });
    expect(offersOf(inState('in-review'), people['other partner'])).toEqual({ primary: null, others: [] });
  });

  it('has nothing to offer once EACEA has accepted', () => {
    expect(offersOf(inState('accepted'), people['project coordinator'])).toEqual({ primary: null, others: [] });
  });
});

describe('offers in a review', () => {
  const member = people['board member'];

  it('turns from the review to the decision once the own verdict is in', () => {
    const view = inState('in-review', { rounds: [voted('accept', 'accept', 'accept')] });
    expect(offersOf(view, member).primary).toEqual({
      kind: 'sign-off',
      label: 'Sign off version 0.3',
      reason: '1 verdict short of the quorum of 4.',
    });
  });

  it('offers the decision that the verdicts amount to, and says what stands against the other', () => {
    const view = inState('in-review', { rounds: [voted('accept', 'accept', 'accept', 'major-changes')] });
    const { primary, others } = offersOf(view, member);
    expect(primary).toMatchObject({ label: 'Sign off version 0.3', reason: null });
    expect(others).toEqual([
      { kind: 'request-changes', label: 'Request changes', reason: '3 of 4 verdicts are in favour, so the board signs off.' },
    ]);
  });

  it('asks for changes when the majority is missed', () => {
    const view = inState('in-review', { rounds: [voted('reject', 'accept', 'accept', 'major-changes')] });
    const { primary, others } = offersOf(view, member);
    expect(primary).toMatchObject({ label: 'Request changes', reason: null });
    expect(others[0]?.reason).toBe('2 of 4 verdicts are in favour; signing off takes 3.');
  });

  it('keeps the own institution away from the decision', () => {
    const view = inState('in-review', { rounds: [voted('accept', 'accept', 'accept', 'accept')] });
    const { primary } = offersOf(view, people["lead's board member"]);
    expect(primary?.reason).toBe('Your own institution leads this, so you may not decide on it.');
  });

  it('keeps who wrote the version away, whoever leads', () => {
    const board = [aBoardMember({ personId: member.personId, exclusion: 'wrote-version' })];
    expect(offersOf(inState('in-review', { board }), member).primary?.reason).toBe(
      'You uploaded this version, so you may not decide on it.',
    );
  });

  it('takes a seat on the panel, not only the role', () => {
    expect(offersOf(inState('in-review', { board: [] }), member).primary?.reason).toBe(
      'You do not sit on the panel that votes on this version.',
    );
  });

  it('offers the vote to a coordinator of a partner only where the steering committee votes', () => {
    const partner = people['other partner'];
    const board = [aBoardMember({ personId: partner.personId })];
    expect(offersOf(inState('in-review'), partner).primary).toBeNull();
    expect(
      offersOf(inState('in-review', { board, rounds: [aReviewRound({ reviews: [], panel: 'steering-committee' })] }), partner).primary,
    ).toMatchObject({
      label: 'Review version 0.3',
      reason: null,
    });
  });

  it('lets an alternate wait for the member', () => {
    const board = [aBoardMember({ personId: member.personId, place: 'alternate', mayVote: false })];
    const { primary, others } = offersOf(inState('in-review', { board, rounds: [aReviewRound({ reviews: [] })] }), member);
    expect([primary, ...others].find((offer) => offer?.kind === 'review')?.reason).toContain('The member of your institution votes.');
  });

  it('takes no verdict once the time is over, and still a decision', () => {
    const votes = voted('accept', 'accept', 'accept', 'accept');
    const view = inState('in-review', { rounds: [{ ...votes, state: 'counted' }] });
    expect(offersOf(view, member)).toMatchObject({ primary: { kind: 'sign-off', reason: null } });
  });

  it('leaves the decision to the chair after two rounds without a quorum', () => {
    const rounds = [{ ...voted('accept'), state: 'chair-decides' as const }];
    const seats = (chair: boolean) => [aBoardMember({ personId: member.personId, chair })];
    expect(offersOf(inState('in-review', { rounds, board: seats(true) }), member)).toMatchObject({
      primary: { kind: 'sign-off', reason: null },
      others: [{ kind: 'request-changes', reason: null }],
    });
    expect(offersOf(inState('in-review', { rounds, board: seats(false) }), member).primary?.reason).toBe(
      'There was no quorum twice: now the chair of the board decides.',
    );
  });

  it('waits for every major comment, and for the list before sign-off', () => {
    const rounds = [voted('accept', 'accept', 'accept', 'accept')];
    expect(offersOf(inState('in-review', { rounds, openMajorComments: 2 }), member).primary).toMatchObject({
      kind: 'sign-off',
      reason: '2 major comments have no agreed answer yet.',
    });
    const checks = [{ check: 'disclaimer' as const, state: 'missing' as const, by: null, at: null }];
    expect(offersOf(inState('in-review', { rounds, checks }), member).primary?.reason).toBe('One point of “Before sign-off” is open.');
  });
});

describe('sending a version to the board', () => {
  it('takes a version that the board has not seen', () => {
    const view = inState('drafting', { rounds: [aReviewRound({ closedAt: '2024-09-01T08:00:00.000Z', result: 'changes' })] });
    const { primary, others } = offersOf(view, people.lead);
    expect(primary?.label).toBe('Upload version 0.4');
    expect(others).toEqual([
      {
        kind: 'open-review',
        label: 'Open review of version 0.3',
        reason: 'The board has seen version 0.3 already. Upload a new one first.',
      },
    ]);
  });
});
