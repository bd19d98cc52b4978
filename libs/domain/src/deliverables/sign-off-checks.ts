import type { DeliverableState } from './deliverable-states.js';
import type { TextReading } from './document-text.js';
import { fileKindOf } from './file-rules.js';
import type { VisibilityFinding } from './visibility-text.js';

/** What has to hold before a version is signed off (handbook 2.3, 3.3, 4.2). */
export const SIGN_OFF_CHECKS = ['emblem-and-statement', 'disclaimer', 'one-file', 'allowed-kind', 'majors-agreed'] as const;
export type SignOffCheck = (typeof SIGN_OFF_CHECKS)[number];

/** What a person may confirm who has looked at the file: an emblem is a picture, and so may be a page with the disclaimer. */
export const CONFIRMABLE_CHECKS = ['emblem-and-statement', 'disclaimer'] as const satisfies readonly SignOffCheck[];
export type ConfirmableCheck = (typeof CONFIRMABLE_CHECKS)[number];

/** States in which the newest version has its check-list before it: afterwards it is settled, or the next version has one. */
export const CHECKED_STATES = ['drafting', 'in-review'] as const satisfies readonly DeliverableState[];
export const isChecked = (state: DeliverableState): boolean => CHECKED_STATES.some((checked) => checked === state);

/** Found by the office, confirmed by a person, looked for and not there, or not known yet. The first two let a sign-off pass. */
export type CheckState = 'found' | 'confirmed' | 'missing' | 'open';

export interface CheckConfirmation<By> {
  readonly check: ConfirmableCheck;
  readonly by: By;
  /** ISO instant */
  readonly at: string;
}

export interface SignOffFacts<By> {
  readonly fileName: string;
  readonly reading: TextReading;
  /** What was found in the text; nothing as long as it was not read. */
  readonly visibility: VisibilityFinding;
  readonly confirmations: readonly CheckConfirmation<By>[];
  /** Major comments of this or an earlier round of which the reviewer has not said that the answer is agreed. */
  readonly openMajors: number;
}

export interface SignOffCheckItem<By> {
  readonly check: SignOffCheck;
  readonly state: CheckState;
  readonly by: By | null;
  readonly at: string | null;
}

const seen = (facts: SignOffFacts<unknown>, inText: boolean): CheckState => (facts.reading !== 'read' || inText ? 'open' : 'missing');

function stateOf(check: SignOffCheck, facts: SignOffFacts<unknown>): CheckState {
  switch (check) {
    // The statement alone is half of it: somebody looks whether the emblem stands beside it.
    case 'emblem-and-statement':
      return seen(facts, facts.visibility.statement);
    case 'disclaimer':
      return facts.reading === 'read' && facts.visibility.disclaimer ? 'found' : seen(facts, false);
    // A version is one file by its nature; several went into one zip when they were uploaded.
    case 'one-file':
      return 'found';
    case 'allowed-kind':
      return fileKindOf(facts.fileName) === null ? 'missing' : 'found';
    case 'majors-agreed':
      return facts.openMajors === 0 ? 'found' : 'open';
  }
}

/** The check-list of one version, in its order; what the office finds itself needs nobody's word. */
export function signOffChecks<By>(facts: SignOffFacts<By>): SignOffCheckItem<By>[] {
  return SIGN_OFF_CHECKS.map((check) => {
    const state = stateOf(check, facts);
    const confirmation = facts.confirmations.find((one) => one.check === check);
    if (state === 'found' || confirmation === undefined) return { check, state, by: null, at: null };
    return { check, state: 'confirmed', by: confirmation.by, at: confirmation.at };
  });
}

/** What still stands between a version and its sign-off. */
export const openChecks = (items: readonly { readonly check: SignOffCheck; readonly state: CheckState }[]): SignOffCheck[] =>
  items.filter(({ state }) => state === 'missing' || state === 'open').map(({ check }) => check);
