import type { Permission } from '../access/permissions.js';
import type { DeliverableState } from '../deliverables/deliverable-states.js';
import { allocate, basisPoints, cents, FULL, shareOf, sumCents, type BasisPoints, type Cents } from '../kernel/cents.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { StateMachine } from '../kernel/state-machine.js';
import type { WorkState } from '../work-plan/work-status.js';

/** What the coordinator says of a work package in a reporting period (handbook 1.5). */
export const DECLARATIONS = ['not-completed', 'completed', 'partially-completed'] as const;
export type DeclarationKind = (typeof DECLARATIONS)[number];

export interface Declaration {
  readonly kind: DeclarationKind;
  /** Part of the described activities that was done; only with `partially-completed`. */
  readonly completion: BasisPoints | null;
  /** Why it counts as (partially) completed, for the technical report. */
  readonly justification: string;
  /** Why it is declared although something is missing; empty where nothing is. */
  readonly gapsReason: string;
}

export type DeclarationFinding =
  | { readonly path: 'kind'; readonly code: 'partial-only-in-last-period' | 'already-accepted' }
  | { readonly path: 'completion'; readonly code: 'completion-needed' | 'completion-not-asked' | 'completion-out-of-range' }
  | { readonly path: 'justification'; readonly code: 'justification-needed' }
  | { readonly path: 'gapsReason'; readonly code: 'gaps-unexplained' };

/** What a declaration is held against. */
export interface DeclarationFacts {
  readonly isLastPeriod: boolean;
  /** Whether EACEA accepted the work package in an earlier period. */
  readonly accepted: boolean;
  /** Whether a deliverable, a part or its evidence is missing: told, never a bar. */
  readonly hasGaps: boolean;
}

function kindFindings({ kind }: Declaration, { isLastPeriod, accepted }: DeclarationFacts): DeclarationFinding[] {
  if (accepted) return [{ path: 'kind', code: 'already-accepted' }];
  return kind === 'partially-completed' && !isLastPeriod ? [{ path: 'kind', code: 'partial-only-in-last-period' }] : [];
}

function completionFindings({ kind, completion }: Declaration): DeclarationFinding[] {
  if (kind !== 'partially-completed') return completion === null ? [] : [{ path: 'completion', code: 'completion-not-asked' }];
  if (completion === null) return [{ path: 'completion', code: 'completion-needed' }];
  return completion > 0 && completion < FULL ? [] : [{ path: 'completion', code: 'completion-out-of-range' }];
}

/**
 * A work package is completed or not; partially, with a part above 0 and below 100 %, only in the last period; completed
 * in any degree takes a justification, and a reason to go on where something is missing: the EU's rule is activities, not
 * paperwork (handbook 1.5, 6.2 no. 6 and 7).
 */
export function checkDeclaration(declaration: Declaration, facts: DeclarationFacts): Result<Declaration, readonly DeclarationFinding[]> {
  const claims = declaration.kind !== 'not-completed';
  const unexplained = claims && declaration.justification.trim() === '';
  const gapsUnexplained = claims && facts.hasGaps && declaration.gapsReason.trim() === '';
  const findings: DeclarationFinding[] = [
    ...kindFindings(declaration, facts),
    ...completionFindings(declaration),
    ...(unexplained ? [{ path: 'justification' as const, code: 'justification-needed' as const }] : []),
    ...(gapsUnexplained ? [{ path: 'gapsReason' as const, code: 'gaps-unexplained' as const }] : []),
  ];
  return findings.length === 0 ? ok(declaration) : refuse(findings);
}

export const CLAIM_GAPS = ['deliverable-not-submitted', 'part-unfinished', 'part-without-evidence'] as const;
export type ClaimGapKind = (typeof CLAIM_GAPS)[number];

/** A deliverable, or a partner's part of a task, that keeps a work package from being whole. */
export interface ClaimGap<Subject> {
  readonly kind: ClaimGapKind;
  readonly subject: Subject;
}

export const deliverableGaps = <D extends { readonly state: DeliverableState }>(deliverables: readonly D[]): ClaimGap<D>[] =>
  deliverables
    .filter(({ state }) => state !== 'submitted' && state !== 'accepted')
    .map((subject) => ({ kind: 'deliverable-not-submitted', subject }));

/** @param parts with the number of links and files that prove each. */
export const partGaps = <P extends { readonly state: WorkState; readonly evidence: number }>(parts: readonly P[]): ClaimGap<P>[] =>
  parts
    .filter(({ state, evidence }) => state !== 'done' || evidence === 0)
    .map((subject) => ({ kind: subject.state === 'done' ? 'part-without-evidence' : 'part-unfinished', subject }));

/** What a declaration asks EACEA to pay of a share: nothing, all of it, or the part that was done. */
export const claimOf = ({ kind, completion }: Pick<Declaration, 'kind' | 'completion'>, shareCents: Cents): Cents =>
  kind === 'not-completed' ? cents(0) : kind === 'completed' ? shareCents : shareOf(shareCents, completion ?? basisPoints(0));

/** One work package in one period: the coordinator's claim, EACEA's word on it, and the cash (handbook 6.1). */
export const CLAIM_STATES = ['draft', 'under-assessment', 'accepted', 'partly-accepted', 'rejected', 'paid'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const CLAIM_ACTIONS = [
  'declare',
  'send',
  'return',
  'record-acceptance',
  'record-partial-acceptance',
  'record-rejection',
  'record-payment',
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

export type ClaimFact = 'declaration-complete' | 'is-last-period';
export type ClaimEvent =
  | 'work-package.declared'
  | 'work-package.claim-sent'
  | 'work-package.claim-returned'
  | 'work-package.accepted'
  | 'work-package.partly-accepted'
  | 'work-package.rejected'
  | 'work-package.paid';

const who = 'budget.manage' as const;

/** A rejected claim ends here: the work package is declared again in a later period, by a claim of its own. */
export const claimMachine: StateMachine<ClaimState, ClaimAction, ClaimFact, Permission, ClaimEvent> = {
  name: 'claim',
  states: CLAIM_STATES,
  actions: CLAIM_ACTIONS,
  initial: 'draft',
  final: ['rejected', 'paid'],
  transitions: [
    { from: 'draft', action: 'declare', to: 'draft', who, facts: [], event: 'work-package.declared' },
    { from: 'draft', action: 'send', to: 'under-assessment', who, facts: ['declaration-complete'], event: 'work-package.claim-sent' },
    { from: 'under-assessment', action: 'return', to: 'draft', who, facts: [], event: 'work-package.claim-returned' },
    { from: 'under-assessment', action: 'record-acceptance', to: 'accepted', who, facts: [], event: 'work-package.accepted' },
    {
      from: 'under-assessment',
      action: 'record-partial-acceptance',
      to: 'partly-accepted',
      who,
      facts: ['is-last-period'],
      event: 'work-package.partly-accepted',
    },
    { from: 'under-assessment', action: 'record-rejection', to: 'rejected', who, facts: [], event: 'work-package.rejected' },
    { from: 'accepted', action: 'record-payment', to: 'paid', who, facts: [], event: 'work-package.paid' },
    { from: 'partly-accepted', action: 'record-payment', to: 'paid', who, facts: [], event: 'work-package.paid' },
  ],
};

/** Whether the shares of a work package may no longer change (handbook 6.2 no. 3). */
export const isFrozen = (state: ClaimState): boolean => state === 'accepted' || state === 'partly-accepted' || state === 'paid';

/** What EACEA accepted of each share, by beneficiary; never more than the share, summed over all periods (handbook 6.2 no. 8). */
export interface AcceptedShare {
  readonly beneficiary: string;
  readonly shareCents: Cents;
  readonly acceptedCents: Cents;
}

export const ACCEPTED_BELOW_ZERO = 'accepted-below-zero';
export const ACCEPTED_ABOVE_SHARE = 'accepted-above-share';

/** The first share whose accepted amount cannot be, or null. */
export function checkAccepted(
  accepted: readonly AcceptedShare[],
): { readonly beneficiary: string; readonly code: typeof ACCEPTED_BELOW_ZERO | typeof ACCEPTED_ABOVE_SHARE } | null {
  const wrong = accepted.find(({ shareCents, acceptedCents }) => acceptedCents < 0 || acceptedCents > shareCents);
  if (!wrong) return null;
  return { beneficiary: wrong.beneficiary, code: wrong.acceptedCents < 0 ? ACCEPTED_BELOW_ZERO : ACCEPTED_ABOVE_SHARE };
}

/** What each beneficiary is liable for when part of a work package is refused: at most its share (handbook 1.5). */
export const liabilityOf = ({ shareCents, acceptedCents }: AcceptedShare): Cents => cents(shareCents - acceptedCents);

/**
 * Splits an amount that EACEA accepted for a whole work package over its shares, to the cent and in their proportion
 * (handbook 1.5: partly rejected, proportional). No part exceeds its share while the amount does not exceed their sum.
 * @throws RangeError when the amount is more than the shares together.
 */
export function spreadAccepted(acceptedCents: Cents, shares: readonly Cents[]): Cents[] {
  const whole = sumCents(shares);
  if (acceptedCents > whole) throw new RangeError(`accepted ${acceptedCents} of ${whole}`);
  return whole === 0 ? shares.map(() => cents(0)) : allocate(acceptedCents, shares);
}
