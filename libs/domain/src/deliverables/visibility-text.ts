/** What a text says of the EU's support (handbook 4.2). The emblem is a picture: no text shows it. */
export interface VisibilityFinding {
  /** "Funded by the European Union" or "Co-funded …", also in Vietnamese. */
  readonly statement: boolean;
  /** The whole mandatory disclaimer. */
  readonly disclaimer: boolean;
}

/**
 * Nothing but letters and digits without their marks: line ends, hyphens at them, quotation marks, ligatures and the ways
 * of writing an accent no longer matter.
 */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The words between brackets of the handbook, as long as any authority's name. */
const AUTHORITY = '[\\p{L}\\p{N}]{0,200}?';

/** EACEA's own wording names itself where the general one says "the granting authority". */
const ENGLISH_DISCLAIMER = new RegExp(
  bare(
    'Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or',
  ) +
    AUTHORITY +
    bare('Neither the European Union nor') +
    `(?:${bare('the granting authority')}|${bare('EACEA')}|${bare('the European Education and Culture Executive Agency (EACEA)')})` +
    bare('can be held responsible for them'),
  'u',
);

/** No source gives one Vietnamese wording: these parts in this order, near each other, are taken for it. */
const VIETNAMESE_DISCLAIMER = new RegExp(
  ['tài trợ', 'Liên minh châu Âu', 'quan điểm', 'tác giả', 'không nhất thiết phản ánh', 'Liên minh châu Âu', 'chịu trách nhiệm']
    .map(bare)
    .join('[\\p{L}\\p{N}]{0,160}?'),
  'u',
);

const VIETNAMESE_STATEMENT = new RegExp(
  `${bare('tài trợ bởi Liên minh châu Âu')}|${bare('Liên minh châu Âu')}(?:${bare('đồng')})?${bare('tài trợ')}`,
  'u',
);

/** Looks for the funding statement and the disclaimer, in English and Vietnamese; other wordings are for a person to confirm. */
export function findVisibility(text: string): VisibilityFinding {
  const letters = bare(text);
  return {
    statement: letters.includes(bare('funded by the European Union')) || VIETNAMESE_STATEMENT.test(letters),
    disclaimer: ENGLISH_DISCLAIMER.test(letters) || VIETNAMESE_DISCLAIMER.test(letters),
  };
}
