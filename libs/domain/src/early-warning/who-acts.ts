import { can, type Actor } from '../access/can.js';
import { GRANTS, PROJECT_ROLES, type ProjectRole } from '../access/permissions.js';
import type { Warning, WayOut } from './warning.js';

/** Of several who may, these are asked first: who answers for an institution before who works in it. */
const ASKED_FIRST: readonly ProjectRole[] = ['partner-coordinator', 'quality-board-member', 'project-coordinator', 'contributor'];

/** Roles that can act on a warning, each once, those who are asked first in front. */
export function rolesThatCanAct({ waysOut }: Pick<Warning, 'waysOut'>): ProjectRole[] {
  const roles = PROJECT_ROLES.filter((role) => waysOut.some(({ permission }) => GRANTS[role][permission] !== undefined));
  return roles.sort((a, b) => ASKED_FIRST.indexOf(a) - ASKED_FIRST.indexOf(b));
}

/** Whether somebody speaks for the institution of a way out and may go it. */
function speaksFor(actor: Actor, { permission, beneficiaryId }: WayOut): boolean {
  if (beneficiaryId === null) return actor.roles.some((role) => GRANTS[role][permission] !== undefined);
  // A board member reviews for the own institution what others lead; who has a way out was chosen by that rule.
  if (GRANTS['quality-board-member'][permission] === 'not-own')
    return actor.beneficiaryId === beneficiaryId && actor.roles.includes('quality-board-member');
  return actor.beneficiaryId === beneficiaryId && can(actor, permission, { leadBeneficiaryId: beneficiaryId }).ok;
}

/** Of those who may, only those of the role that is asked first. */
function askedFirst(actors: readonly Actor[]): Actor[] {
  const role = ASKED_FIRST.find((candidate) => actors.some(({ roles }) => roles.includes(candidate)));
  return role === undefined ? [] : actors.filter(({ roles }) => roles.includes(role));
}

/**
 * Ids of the people who can act on a warning: of each institution that has a way out whoever is asked first there, and
 * the project coordinator where an institution has nobody.
 */
export function peopleWhoCanAct({ waysOut }: Pick<Warning, 'waysOut'>, members: readonly Actor[]): string[] {
  const coordinators = members.filter(({ roles }) => roles.includes('project-coordinator'));
  const found = waysOut.flatMap((wayOut) => {
    const able = askedFirst(members.filter((member) => speaksFor(member, wayOut)));
    return able.length > 0 ? able : coordinators;
  });
  return [...new Set(found.map(({ personId }) => personId))];
}
