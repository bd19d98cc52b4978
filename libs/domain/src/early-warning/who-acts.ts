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

/** Whether somebody may go a way out. */
function maySolve(actor: Actor, { permission, beneficiaryId }: WayOut): boolean {
  if (beneficiaryId === null) return actor.roles.some((role) => GRANTS[role][permission] === 'any');
  // A board member reviews for the own institution what others lead; who has a way out was chosen by that rule.
  if (GRANTS['quality-board-member'][permission] === 'not-own')
    return actor.beneficiaryId === beneficiaryId && actor.roles.includes('quality-board-member');
  return can(actor, permission, { leadBeneficiaryId: beneficiaryId }).ok;
}

const rankOf = ({ roles }: Actor): number =>
  Math.min(...ASKED_FIRST.map((role, rank) => (roles.includes(role) ? rank : ASKED_FIRST.length)));

/**
 * Ids of the people who can act on a warning: for each way out everybody who may go it, in front who is asked first, and
 * the project coordinator where it is nobody's.
 */
export function peopleWhoCanAct({ waysOut }: Pick<Warning, 'waysOut'>, members: readonly Actor[]): string[] {
  const coordinators = members.filter(({ roles }) => roles.includes('project-coordinator'));
  const found = waysOut.flatMap((wayOut) => {
    const able = members.filter((member) => maySolve(member, wayOut)).sort((a, b) => rankOf(a) - rankOf(b));
    return able.length > 0 ? able : coordinators;
  });
  return [...new Set(found.map(({ personId }) => personId))];
}
