import type { BoardRulesView } from '@office/contracts';
import { BOARD_RULE_LIMITS, INQUORATE_RULES, type InquorateRule, REVIEWER_ORIGINS, type ReviewerOrigin, TWO_THIRDS } from '@office/domain';
import { partOfVotesWords } from './board-words';
import { originWords, panelWords } from './rule-words';

/** Rules that are a number of days, people or rounds. */
export type NumberRule = 'reviewDays' | 'extensionDays' | 'reviewersPerDeliverable' | 'roundsBeforeBoard';

export const numberRules = (): readonly { readonly id: NumberRule; readonly label: string }[] => [
  { id: 'reviewDays', label: $localize`:@@rulesForm.reviewDays:Days a round is open` },
  { id: 'extensionDays', label: $localize`:@@rulesForm.extensionDays:Days it is extended by without a quorum` },
  { id: 'reviewersPerDeliverable', label: $localize`:@@rulesForm.reviewers:Reviewers at least for each deliverable` },
  { id: 'roundsBeforeBoard', label: $localize`:@@rulesForm.rounds:Rounds before it goes one panel higher` },
];

export function outOfRange(rule: NumberRule, rules: BoardRulesView): boolean {
  const [least, most] = BOARD_RULE_LIMITS[rule];
  const value = rules[rule];
  return !Number.isInteger(value) || value < least || value > most;
}

const HALF = 5_000;
const USUAL_PARTS = [HALF, HALF + 1, 6_000, TWO_THIRDS, 7_500, 10_000];

export interface PartChoice {
  readonly value: number;
  readonly word: string;
}

const choiceOf = (value: number): PartChoice => ({
  value,
  word: value === HALF + 1 ? $localize`:@@fraction.moreThanHalf:more than half` : partOfVotesWords(value),
});

/** The usual parts of the votes, and the one that holds now when it is none of them. */
export function partChoices(now: number): readonly PartChoice[] {
  const parts = USUAL_PARTS.includes(now) ? USUAL_PARTS : [...USUAL_PARTS, now];
  return [...parts].sort((a, b) => a - b).map(choiceOf);
}

export const panelChoices = (): readonly { readonly id: BoardRulesView['firstPanel']; readonly word: string }[] =>
  (['board', 'reviewers'] as const).map((id) => ({ id, word: panelWords(id) }));

export const originChoices = (): readonly { readonly id: ReviewerOrigin; readonly word: string }[] =>
  REVIEWER_ORIGINS.map((id) => ({ id, word: originWords(id) }));

const INQUORATE: Record<InquorateRule, () => string> = {
  'chair-decides': () => $localize`:@@rulesForm.chairDecides:the chair decides`,
  changes: () => $localize`:@@rulesForm.changes:changes are requested`,
};

export const inquorateChoices = (): readonly { readonly id: InquorateRule; readonly word: string }[] =>
  INQUORATE_RULES.map((id) => ({ id, word: INQUORATE[id]() }));
