import { portalStateOf, type DeliverableState } from '../deliverables/deliverable-states.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { monthEnd } from '../kernel/project-month.js';
import type { Plan } from './plan.js';
import type { PlanChange } from './plan-change.js';

/** What a change needs, least first. */
export const CHANGE_CLASSES = ['free', 'internal-agreement', 'amendment'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/**
 * Clauses of the request for an amendment (handbook 1.8): AT1 add or AT4 remove a beneficiary, AT11 change the
 * coordinator, AT12 its bank account, AT21 Annex 1 or 2, AT24 start date, AT25 duration, AT26 reporting periods.
 */
export const AMENDMENT_CLAUSES = ['AT1', 'AT4', 'AT11', 'AT12', 'AT21', 'AT24', 'AT25', 'AT26'] as const;
export type AmendmentClause = (typeof AMENDMENT_CLAUSES)[number];

/** Why a change is classified as it is; the words belong to the web. */
export const CLASSIFICATION_REASONS = [
  'agreement-not-locked',
  'order-is-ours',
  'contributors-are-ours',
  'due-date-open',
  'due-date-handed-in',
  'due-date-past',
  'description-of-the-action',
  'start-date-agreed',
  'duration-agreed',
  'reporting-periods-agreed',
  'spent-within-share',
  'distribution-is-ours',
  'share-is-agreed',
  'beneficiary-joins',
  'beneficiary-leaves',
  'coordinator-changes',
  'bank-account-changes',
  'register-only',
] as const;
export type ClassificationReason = (typeof CLASSIFICATION_REASONS)[number];

export interface Classification {
  readonly class: ChangeClass;
  /** Null unless it needs an amendment. */
  readonly clause: AmendmentClause | null;
  readonly why: ClassificationReason;
}

/** One change with what it needs. */
export interface ClassifiedPlanChange extends Classification {
  readonly change: PlanChange;
}

/** What the answer depends on beside the plan. */
export interface ClassificationFacts {
  /** Whether the agreement is signed; before that everything is free. */
  readonly locked: boolean;
  readonly today: PlainDate;
  /** Working states by deliverable; without one it counts as planned. */
  readonly deliverableStates: Readonly<Record<string, DeliverableState>>;
}

const free = (why: ClassificationReason): Classification => ({ class: 'free', clause: null, why });
const internal = (why: ClassificationReason): Classification => ({ class: 'internal-agreement', clause: null, why });
const amendment = (clause: AmendmentClause, why: ClassificationReason): Classification => ({ class: 'amendment', clause, why });

/**
 * A due date moves by agreement with the project officer while the deliverable is pending or draft in the portal and the
 * date, the old one and the new, is not past; otherwise it is Annex 1 (handbook 1.8).
 */
function classifyDueDate(change: Extract<PlanChange, { kind: 'deliverable.due' }>, plan: Plan, facts: ClassificationFacts): Classification {
  const deliverable = plan.deliverables.find(({ id }) => id === change.id);
  // A deliverable that is not part of the agreement yet is added by the same amendment.
  if (!deliverable) return amendment('AT21', 'description-of-the-action');
  const portal = portalStateOf(facts.deliverableStates[change.id] ?? 'planned');
  if (portal !== 'pending' && portal !== 'draft') return amendment('AT21', 'due-date-handed-in');
  const past = [deliverable.dueMonth, change.dueMonth].some((month) => monthEnd(plan.startDate, month) < facts.today);
  return past ? amendment('AT21', 'due-date-past') : free('due-date-open');
}

/** What one change of the plan needs, and why. `plan` is the one in force. */
export function classify(change: PlanChange, plan: Plan, facts: ClassificationFacts): Classification {
  if (!facts.locked) return free('agreement-not-locked');
  switch (change.kind) {
    case 'project.start-date':
      return amendment('AT24', 'start-date-agreed');
    case 'project.duration':
      return amendment('AT25', 'duration-agreed');
    case 'project.reporting-periods':
      return amendment('AT26', 'reporting-periods-agreed');
    case 'deliverable.due':
      return classifyDueDate(change, plan, facts);
    case 'deliverable.contributors':
      return internal('contributors-are-ours');
    case 'work-package.reorder':
    case 'task.reorder':
    case 'deliverable.reorder':
    case 'milestone.reorder':
      return free('order-is-ours');
    default:
      return amendment('AT21', 'description-of-the-action');
  }
}

/** What a list of changes needs: as much as the most demanding of them. Nothing is free. */
export function strongest(classifications: readonly Classification[]): ChangeClass {
  const rank = Math.max(0, ...classifications.map((one) => CHANGE_CLASSES.indexOf(one.class)));
  return CHANGE_CLASSES[rank] ?? 'amendment';
}

/** The clauses that a list of changes needs, each once, in their order. */
export const clausesOf = (classifications: readonly Classification[]): AmendmentClause[] =>
  AMENDMENT_CLAUSES.filter((clause) => classifications.some((one) => one.clause === clause));

/** Changes that are not of the work plan, so that the office can answer for them too (handbook 1.8). */
export const OTHER_MATTERS = {
  'cost-category-transfer': free('spent-within-share'),
  'internal-distribution': internal('distribution-is-ours'),
  'share-transfer': amendment('AT21', 'share-is-agreed'),
  'beneficiary-added': amendment('AT1', 'beneficiary-joins'),
  'beneficiary-removed': amendment('AT4', 'beneficiary-leaves'),
  'coordinator-changed': amendment('AT11', 'coordinator-changes'),
  'bank-account-changed': amendment('AT12', 'bank-account-changes'),
  'beneficiary-renamed': free('register-only'),
  'contact-changed': free('register-only'),
} as const satisfies Readonly<Record<string, Classification>>;
export type OtherMatter = keyof typeof OTHER_MATTERS;
