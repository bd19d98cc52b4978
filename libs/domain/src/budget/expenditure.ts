import type { Permission } from '../access/permissions.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { StateMachine } from '../kernel/state-machine.js';
import { COST_CATEGORIES, type CostCategory } from './share-matrix.js';
import { minorUnits, type Currency, type MinorUnits } from './exchange.js';

/** Life of an entry of the consortium's own books; nothing of it is reported to EACEA (handbook 1.2). */
export const EXPENDITURE_STATES = ['draft', 'submitted', 'returned', 'confirmed', 'reversed'] as const;
export type ExpenditureState = (typeof EXPENDITURE_STATES)[number];

export const EXPENDITURE_ACTIONS = ['edit', 'submit', 'return', 'confirm', 'reverse'] as const;
export type ExpenditureAction = (typeof EXPENDITURE_ACTIONS)[number];

export type ExpenditureFact = 'reason-given';
export type ExpenditureEvent =
  'expenditure.edited' | 'expenditure.submitted' | 'expenditure.returned' | 'expenditure.confirmed' | 'expenditure.reversed';

const own = 'expenditure.record' as const;
const review = 'expenditure.confirm' as const;

/** A confirmed entry is never changed: it is reversed by an entry of the opposite amount. */
export const expenditureMachine: StateMachine<ExpenditureState, ExpenditureAction, ExpenditureFact, Permission, ExpenditureEvent> = {
  name: 'expenditure',
  states: EXPENDITURE_STATES,
  actions: EXPENDITURE_ACTIONS,
  initial: 'draft',
  final: ['reversed'],
  transitions: [
    { from: 'draft', action: 'edit', to: 'draft', who: own, facts: [], event: 'expenditure.edited' },
    { from: 'draft', action: 'submit', to: 'submitted', who: own, facts: [], event: 'expenditure.submitted' },
    { from: 'returned', action: 'edit', to: 'returned', who: own, facts: [], event: 'expenditure.edited' },
    { from: 'returned', action: 'submit', to: 'submitted', who: own, facts: [], event: 'expenditure.submitted' },
    { from: 'submitted', action: 'return', to: 'returned', who: review, facts: ['reason-given'], event: 'expenditure.returned' },
    { from: 'submitted', action: 'confirm', to: 'confirmed', who: review, facts: [], event: 'expenditure.confirmed' },
    { from: 'confirmed', action: 'reverse', to: 'reversed', who: own, facts: ['reason-given'], event: 'expenditure.reversed' },
  ],
};

/** Whether an entry counts as spent. A reversed one counts together with its reversal: to nothing. */
export const countsAsSpent = (state: ExpenditureState): boolean => state === 'submitted' || state === 'confirmed' || state === 'reversed';

export interface ExpenditureEntry {
  readonly spentOn: PlainDate;
  readonly category: CostCategory;
  readonly amount: MinorUnits;
  readonly currency: Currency;
  readonly description: string;
}

export type ExpenditureFinding =
  | { readonly path: 'spentOn'; readonly code: 'must-not-be-in-the-future' | 'must-not-be-before-the-start' }
  | { readonly path: 'category'; readonly code: 'category-is-a-flat-rate' }
  | { readonly path: 'amount'; readonly code: 'amount-not-positive' }
  | { readonly path: 'description'; readonly code: 'description-needed' };

/** Categories that money is spent in; indirect costs are a flat rate on the others (handbook 1.3). */
export const SPENT_CATEGORIES = COST_CATEGORIES.filter((category) => category !== 'E');

/** An entry is of the project's time, of a real category, above 0 (corrections are reversals), and says what for. */
export function checkExpenditure(
  entry: ExpenditureEntry,
  projectStart: PlainDate,
  today: PlainDate,
): Result<ExpenditureEntry, readonly ExpenditureFinding[]> {
  const findings: ExpenditureFinding[] = [
    ...(entry.spentOn > today ? [{ path: 'spentOn' as const, code: 'must-not-be-in-the-future' as const }] : []),
    ...(entry.spentOn < projectStart ? [{ path: 'spentOn' as const, code: 'must-not-be-before-the-start' as const }] : []),
    ...(entry.category === 'E' ? [{ path: 'category' as const, code: 'category-is-a-flat-rate' as const }] : []),
    ...(entry.amount > 0 ? [] : [{ path: 'amount' as const, code: 'amount-not-positive' as const }]),
    ...(entry.description.trim() === '' ? [{ path: 'description' as const, code: 'description-needed' as const }] : []),
  ];
  return findings.length === 0 ? ok(entry) : refuse(findings);
}

/** The entry that takes another one back: same day, rate and purpose, opposite amount. */
export const reversalOf = <Entry extends ExpenditureEntry>(entry: Entry): Entry => ({ ...entry, amount: minorUnits(0 - entry.amount) });
