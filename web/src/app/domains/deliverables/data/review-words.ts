import type { Criterion, Verdict } from '@office/domain';
import { criterionWords } from '../../quality-board/data/board-words';

const HINTS: Record<Criterion, () => string> = {
  relevance: () => $localize`:@@criterion.relevanceHint:to what Annex 1 promises`,
  completeness: () => $localize`:@@criterion.completenessHint:everything that belongs in is there`,
  quality: () => $localize`:@@criterion.qualityHint:of content and method`,
  clarity: () => $localize`:@@criterion.clarityHint:of structure and language`,
  visibility: () => $localize`:@@criterion.visibilityHint:of emblem, funding statement and disclaimer`,
};

const VERDICT_HINTS: Record<Verdict, () => string> = {
  accept: () => $localize`:@@verdict.acceptHint:in favour, as it is`,
  'minor-changes': () => $localize`:@@verdict.minorHint:in favour, small things to mend`,
  'major-changes': () => $localize`:@@verdict.majorHint:against, it has to come back`,
  reject: () => $localize`:@@verdict.rejectHint:against, not what was promised`,
};

/** A criterion as the form asks for it. */
export const criterionChoice = (id: Criterion): { readonly id: Criterion; readonly word: string; readonly hint: string } => ({
  id,
  word: criterionWords(id),
  hint: HINTS[id](),
});

export const verdictHint = (verdict: Verdict): string => VERDICT_HINTS[verdict]();
