import type { ComparedVersionView, ComparisonView } from '@office/contracts';
import { plural } from '../../../shared/util-locale/format';
import { readingWords } from './check-words';

const added = (count: number): string =>
  plural(count, { one: $localize`:@@compare.addedOne:1 word added`, other: $localize`:@@compare.added:${count}:count: words added` });
const removed = (count: number): string =>
  plural(count, {
    one: $localize`:@@compare.removedOne:1 word removed`,
    other: $localize`:@@compare.removed:${count}:count: words removed`,
  });

/** "12 words added, 3 words removed", or that nothing differs; empty where there is no text. */
export function wordsOfDifference({ text }: ComparisonView): string {
  if (text === null) return '';
  if (text.addedWords === 0 && text.removedWords === 0) return $localize`:@@compare.same:The text is the same in both.`;
  return `${added(text.addedWords)}, ${removed(text.removedWords)}`;
}

/** Why the texts are not compared: what keeps one of them from being read, or the time it would take. */
export function whyNoText({ from, to }: ComparisonView): string {
  const unread = [to, from].find(({ reading }) => reading !== 'read');
  if (!unread) return $localize`:@@compare.tooLong:Comparing these texts would take too long. Download both to compare them.`;
  return $localize`:@@compare.unread:The texts cannot be compared. Version ${unread.number}:version:: ${readingWords(unread.reading)}:why:`;
}

/** "12 pages", empty where it is not known. */
export function pagesWords({ pages }: ComparedVersionView): string {
  if (pages === null) return '';
  return plural(pages, { one: $localize`:@@compare.pageOne:1 page`, other: $localize`:@@compare.pages:${pages}:count: pages` });
}

/** "37 paragraphs are the same" */
export const skippedWords = (paragraphs: number): string =>
  plural(paragraphs, {
    one: $localize`:@@compare.skippedOne:1 paragraph that is the same`,
    other: $localize`:@@compare.skipped:${paragraphs}:count: paragraphs that are the same`,
  });
