import { ok, refuse, type Result } from '../kernel/result.js';
import { GRANTS, type Permission, type Role, type Scope } from './permissions.js';

/** Who acts, in one project. An observer or an administrator has no beneficiary. */
export interface Actor {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly beneficiaryId: string | null;
}

/** What a permission with a scope is asked about: the beneficiary that leads the row. */
export interface LedResource {
  readonly leadBeneficiaryId: string;
}

/** Why not: no role grants it at all, another beneficiary leads the row, the own one does, or there is no own one. */
export const ACCESS_REFUSALS = ['role', 'other-beneficiary-leads', 'own-beneficiary-leads', 'no-beneficiary'] as const;
export type AccessRefusal = (typeof ACCESS_REFUSALS)[number];

function scopesOf(actor: Actor, permission: Permission): Scope[] {
  return actor.roles.flatMap((role) => GRANTS[role][permission] ?? []);
}

/** Whether some role grants the permission for at least some rows: what a route or a menu entry asks. */
export const mayEver = (actor: Actor, permission: Permission): boolean => scopesOf(actor, permission).length > 0;

function reaches(scope: Scope, actor: Actor, resource: LedResource): boolean {
  switch (scope) {
    case 'any':
      return true;
    case 'own':
      return actor.beneficiaryId === resource.leadBeneficiaryId;
    case 'not-own':
      // Somebody of no beneficiary has no seat on the board: each member speaks for one.
      return actor.beneficiaryId !== null && actor.beneficiaryId !== resource.leadBeneficiaryId;
  }
}

/** Whether the actor may do it to this row; the same answer guards the API and draws the button. */
export function can(actor: Actor, permission: Permission, resource: LedResource): Result<true, AccessRefusal> {
  const scopes = scopesOf(actor, permission);
  if (scopes.length === 0) return refuse('role');
  if (scopes.some((scope) => reaches(scope, actor, resource))) return ok(true);
  if (actor.beneficiaryId === null) return refuse('no-beneficiary');
  return refuse(scopes.includes('own') ? 'other-beneficiary-leads' : 'own-beneficiary-leads');
}
