import { describe, expect, it } from '@jest/globals';
import { exclusionOf } from '../quality-board/seats.js';
import { ACCESS_REFUSALS, can, mayEver, type Actor, type LedResource } from './can.js';
import { GRANTS, PERMISSIONS, PROJECT_ROLES, type Permission, type Role } from './permissions.js';

const ROLES: readonly Role[] = [...PROJECT_ROLES, 'administrator'];

/** The whole table in words. Whoever changes a right changes it here too, and somebody reads it. */
const EXPECTED = `
                              | project-coordinator | partner-coordinator | contributor | quality-board-member | observer | administrator
  project.read                | any                 | any                 | any         | any                  | any      | any
  people.read                 | any                 | any                 | any         | any                  | any      | any
  work-plan.read              | any                 | any                 | any         | any                  | any      | -
  work-package.update-status  | own                 | own                 | -           | -                    | -        | -
  task.update-status          | own                 | own                 | own         | -                    | -        | -
  task.update-part            | own                 | own                 | own         | -                    | -        | -
  deliverable.read            | any                 | any                 | any         | any                  | any      | -
  deliverable.upload-version  | own                 | own                 | own         | -                    | -        | -
  deliverable.answer-comment  | own                 | own                 | own         | -                    | -        | -
  deliverable.open-review     | any                 | own                 | -           | -                    | -        | -
  deliverable.review          | not-own             | not-own             | -           | not-own              | -        | -
  deliverable.confirm-check   | any                 | -                   | -           | not-own              | -        | -
  deliverable.sign-off        | not-own             | not-own             | -           | not-own              | -        | -
  deliverable.request-changes | not-own             | not-own             | -           | not-own              | -        | -
  quality-board.manage        | any                 | -                   | -           | any                  | -        | -
  deliverable.approve         | any                 | -                   | -           | -                    | -        | -
  deliverable.submit          | any                 | -                   | -           | -                    | -        | -
  deliverable.record-answer   | any                 | -                   | -           | -                    | -        | -
  deliverable.justify         | any                 | own                 | -           | -                    | -        | -
  milestone.report            | any                 | own                 | -           | -                    | -        | -
  dependency.edit             | any                 | own                 | -           | -                    | -        | -
  report.manage               | any                 | -                   | -           | -                    | -        | -
  plan.edit                   | any                 | -                   | -           | -                    | -        | -
  amendment.read              | any                 | any                 | any         | any                  | any      | -
  amendment.prepare           | any                 | -                   | -           | -                    | -        | -
  amendment.step              | any                 | -                   | -           | -                    | -        | -
  budget.read                 | any                 | any                 | any         | any                  | any      | -
  budget.manage               | any                 | -                   | -           | -                    | -        | -
  expenditure.record          | own                 | own                 | -           | -                    | -        | -
  expenditure.confirm         | any                 | -                   | -           | -                    | -        | -
  distribution.confirm        | own                 | own                 | -           | -                    | -        | -
  activity.read               | any                 | any                 | any         | any                  | any      | any
  evidence.read               | any                 | -                   | -           | any                  | any      | -
`;

const [header, ...lines] = EXPECTED.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const columns = header!.slice(header![0] === '' ? 1 : 0);

const OWN: LedResource = { leadBeneficiaryId: 'own' };
const OTHER: LedResource = { leadBeneficiaryId: 'other' };
const actorWith = (roles: readonly Role[], beneficiaryId: string | null = 'own'): Actor => ({ personId: 'person', roles, beneficiaryId });

/** Every combination of roles, none included. */
const combinations: Role[][] = ROLES.reduce<Role[][]>((sets, role) => [...sets, ...sets.map((set) => [...set, role])], [[]]);
const everyCase = combinations.flatMap((roles) =>
  PERMISSIONS.flatMap((permission) =>
    ['own', null].flatMap((beneficiaryId) =>
      [OWN, OTHER].map((resource) => ({ actor: actorWith(roles, beneficiaryId), permission, resource })),
    ),
  ),
);

describe('the table of rights', () => {
  it('is the expected one, cell by cell', () => {
    const actual = PERMISSIONS.map((permission) => [permission, ...ROLES.map((role) => GRANTS[role][permission] ?? '-')]);
    expect(columns).toEqual(ROLES);
    expect(actual).toEqual(lines);
  });

  it('lets an observer read and nothing else', () => {
    expect(PERMISSIONS.filter((permission) => mayEver(actorWith(['observer']), permission))).toEqual(
      PERMISSIONS.filter((permission) => permission.endsWith('.read')),
    );
  });

  it('lets only the project coordinator speak to EACEA', () => {
    const outward: Permission[] = [
      'deliverable.approve',
      'deliverable.submit',
      'deliverable.record-answer',
      'report.manage',
      'amendment.step',
    ];
    const may = (role: Role): boolean => outward.some((permission) => mayEver(actorWith([role]), permission));
    expect(ROLES.filter(may)).toEqual(['project-coordinator']);
  });
});

describe('can', () => {
  const nobody = null;
  it.each<[string, Actor, Permission, LedResource, string]>([
    [
      'a partner coordinator uploads what the own beneficiary leads',
      actorWith(['partner-coordinator']),
      'deliverable.upload-version',
      OWN,
      'yes',
    ],
    ['but not what another leads', actorWith(['partner-coordinator']), 'deliverable.upload-version', OTHER, 'other-beneficiary-leads'],
    ['the project coordinator neither', actorWith(['project-coordinator']), 'deliverable.upload-version', OTHER, 'other-beneficiary-leads'],
    ['but approves whatever is led by whom', actorWith(['project-coordinator']), 'deliverable.approve', OTHER, 'yes'],
    ['also without a beneficiary', actorWith(['project-coordinator'], nobody), 'deliverable.approve', OTHER, 'yes'],
    ['a contributor updates an own task', actorWith(['contributor']), 'task.update-status', OWN, 'yes'],
    ['but no work package', actorWith(['contributor']), 'work-package.update-status', OWN, 'role'],
    ['a board member reviews what another leads', actorWith(['quality-board-member']), 'deliverable.review', OTHER, 'yes'],
    ['but not what the own leads', actorWith(['quality-board-member']), 'deliverable.review', OWN, 'own-beneficiary-leads'],
    ['and nothing when speaking for nobody', actorWith(['quality-board-member'], nobody), 'deliverable.review', OTHER, 'no-beneficiary'],
    [
      'an own right needs a beneficiary to be own',
      actorWith(['partner-coordinator'], nobody),
      'task.update-status',
      OTHER,
      'no-beneficiary',
    ],
    ['an observer reads', actorWith(['observer'], nobody), 'deliverable.read', OTHER, 'yes'],
    ['and writes nothing', actorWith(['observer'], nobody), 'deliverable.review', OTHER, 'role'],
    ['an administrator sees no work', actorWith(['administrator'], nobody), 'deliverable.read', OTHER, 'role'],
    ['somebody without a role may nothing', actorWith([]), 'project.read', OWN, 'role'],
    [
      'partner coordinator and board member: uploads the own',
      actorWith(['partner-coordinator', 'quality-board-member']),
      'deliverable.upload-version',
      OWN,
      'yes',
    ],
    ['reviews the others', actorWith(['partner-coordinator', 'quality-board-member']), 'deliverable.review', OTHER, 'yes'],
    [
      'does not review the own',
      actorWith(['partner-coordinator', 'quality-board-member']),
      'deliverable.review',
      OWN,
      'own-beneficiary-leads',
    ],
    [
      'does not upload the others',
      actorWith(['quality-board-member', 'partner-coordinator']),
      'deliverable.upload-version',
      OTHER,
      'other-beneficiary-leads',
    ],
    ['opens a review of the own', actorWith(['partner-coordinator', 'quality-board-member']), 'deliverable.open-review', OWN, 'yes'],
    [
      'project coordinator and board member: no vote on the own',
      actorWith(['project-coordinator', 'quality-board-member']),
      'deliverable.sign-off',
      OWN,
      'own-beneficiary-leads',
    ],
  ])('%s', (_case, actor, permission, resource, expected) => {
    const answer = can(actor, permission, resource);
    expect(answer.ok ? 'yes' : answer.reason).toBe(expected);
  });

  it('answers yes with nothing to doubt', () => {
    expect(can(actorWith(['observer']), 'deliverable.read', OTHER)).toEqual({ ok: true, value: true });
  });

  it('never lets anybody vote on what the own beneficiary leads, whatever the roles', () => {
    const votes: readonly Permission[] = ['deliverable.review', 'deliverable.sign-off', 'deliverable.request-changes'];
    const own = everyCase.filter((at) => votes.includes(at.permission) && at.resource === OWN && at.actor.beneficiaryId === 'own');
    expect(own).toHaveLength(combinations.length * votes.length);
    expect(own.filter((at) => can(at.actor, at.permission, at.resource).ok)).toEqual([]);
  });

  it('excludes whom the board excludes for leading, and nobody else', () => {
    for (const resource of [OWN, OTHER]) {
      const member = { beneficiaryId: 'own', personId: 'person' };
      const excluded = exclusionOf(member, { ...resource, authorPersonId: 'somebody else' }) !== null;
      expect(can(actorWith(['quality-board-member']), 'deliverable.review', resource).ok).toBe(!excluded);
    }
  });

  it('allows only what may ever be, and says "role" exactly when it may not', () => {
    const wrong = everyCase.filter(({ actor, permission, resource }) => {
      const answer = can(actor, permission, resource);
      return mayEver(actor, permission) === (!answer.ok && answer.reason === 'role');
    });
    expect(wrong).toEqual([]);
  });

  it('takes nothing away with one more role', () => {
    const lost = everyCase.filter(({ actor, permission, resource }) =>
      ROLES.some(
        (role) => can(actor, permission, resource).ok && !can({ ...actor, roles: [...actor.roles, role] }, permission, resource).ok,
      ),
    );
    expect(lost).toEqual([]);
  });

  it('does not depend on the order of the roles', () => {
    const differing = everyCase.filter(({ actor, permission, resource }) => {
      const turned = can({ ...actor, roles: actor.roles.toReversed() }, permission, resource);
      return JSON.stringify(turned) !== JSON.stringify(can(actor, permission, resource));
    });
    expect(differing).toEqual([]);
  });

  it('gives every reason it knows', () => {
    const reasons = everyCase
      .map(({ actor, permission, resource }) => can(actor, permission, resource))
      .flatMap((answer) => (answer.ok ? [] : [answer.reason]));
    expect(new Set(reasons)).toEqual(new Set(ACCESS_REFUSALS));
  });
});
