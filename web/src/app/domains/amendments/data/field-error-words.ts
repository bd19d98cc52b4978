const WORDS: Readonly<Record<string, () => string>> = {
  'is-int': () => $localize`:@@planFieldError.int:Enter a whole number.`,
  'is-not-empty': () => $localize`:@@planFieldError.empty:This is needed.`,
  'max-length': () => $localize`:@@planFieldError.long:This is too long.`,
  'is-uuid': () => $localize`:@@planFieldError.choose:Choose one.`,
  'months-reversed': () => $localize`:@@change.reversed:The last month comes before the first.`,
  'is-plain-date': () => $localize`:@@planFieldError.date:Choose a day.`,
};

/** What keeps a field of a change from being read, by the code of the domain. */
export const fieldErrorWords = (code: string): string => WORDS[code]?.() ?? $localize`:@@field.other:This is not right yet.`;
