import { DEFAULT_BOARD_RULES, FULL, TWO_THIRDS, type BasisPoints } from '@office/domain';

const PHRASES: readonly (readonly [RegExp, BasisPoints])[] = [
  [/^two[ -]thirds\b/i, TWO_THIRDS],
  [/^three[ -]quarters\b/i, 7_500 as BasisPoints],
  [/^(?:simple majority|more than half)\b/i, 5_001 as BasisPoints],
  [/^(?:half)\b/i, 5_000 as BasisPoints],
  [/^(?:all|unanimity|consensus)\b/i, FULL],
];

/** The part that a sentence of an agreement means: "two thirds of the votes cast". Null when it is not understood. */
export function partInWords(words: string | undefined, otherwise: BasisPoints = DEFAULT_BOARD_RULES.quorum): BasisPoints | null {
  if (words === undefined) return otherwise;
  return PHRASES.find(([phrase]) => phrase.test(words.trim()))?.[1] ?? null;
}
