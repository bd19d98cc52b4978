import type { DifferenceBlock, DifferencePiece, TextDifferenceView } from '@office/contracts';
import { diffArrays, diffWordsWithSpace } from 'diff';

/** Unchanged paragraphs that are shown before and after a change. */
const AROUND = 2;
/** What a page shows before it says that there is more. */
const MOST_CHANGES = 500;
/** Paragraphs that have less in common than this are told as one that went and one that came. */
const ALIKE = 0.4;
const MILLISECONDS = 5_000;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

interface Sides {
  readonly from: DifferencePiece[];
  readonly to: DifferencePiece[];
}

const whole = (text: string): DifferencePiece[] => (text === '' ? [] : [{ text, changed: true }]);
const apart = (from: string, to: string): Sides[] =>
  [
    { from: whole(from), to: [] },
    { from: [], to: whole(to) },
  ].filter((sides) => sides.from.length + sides.to.length > 0);

/** Two paragraphs, one in the place of the other, word by word where that says more. */
function sidesOf(from: string, to: string): Sides[] {
  if (from === '' || to === '') return apart(from, to);
  const parts = diffWordsWithSpace(from, to, { timeout: MILLISECONDS }) ?? [];
  const same = parts.filter(({ added, removed }) => !added && !removed).reduce((sum, { value }) => sum + value.length, 0);
  if (same < ALIKE * Math.min(from.length, to.length)) return apart(from, to);
  const pieces = (other: 'added' | 'removed'): DifferencePiece[] =>
    parts.filter((part) => !part[other]).map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return [{ from: pieces('added'), to: pieces('removed') }];
}

/** A stretch that stands in both: only what surrounds the changes is shown. */
function sameBlocks(paragraphs: readonly string[], first: boolean, last: boolean): DifferenceBlock[] {
  const before = first ? 0 : AROUND;
  const after = last ? 0 : AROUND;
  const told = (text: string): DifferenceBlock => ({ kind: 'same', text });
  const hidden = paragraphs.length - before - after;
  if (hidden < 2) return paragraphs.map(told);
  return [
    ...paragraphs.slice(0, before).map(told),
    { kind: 'skipped', paragraphs: hidden },
    ...paragraphs.slice(paragraphs.length - after).map(told),
  ];
}

const changedBlocks = (from: readonly string[], to: readonly string[]): DifferenceBlock[] =>
  Array.from({ length: Math.max(from.length, to.length) }, (_, index) => sidesOf(from[index] ?? '', to[index] ?? ''))
    .flat()
    .map((sides) => ({ kind: 'changed', ...sides }));

const changedWords = (blocks: readonly DifferenceBlock[], side: 'from' | 'to'): number =>
  blocks.reduce(
    (sum, block) =>
      sum + (block.kind === 'changed' ? block[side].reduce((words, piece) => words + (piece.changed ? wordsIn(piece.text) : 0), 0) : 0),
    0,
  );

/** Cut after so many changes; the words are counted in all of them. */
function shown(blocks: readonly DifferenceBlock[]): DifferenceBlock[] {
  let changes = 0;
  const end = blocks.findIndex(({ kind }) => kind === 'changed' && (changes += 1) > MOST_CHANGES);
  return end < 0 ? [...blocks] : blocks.slice(0, end);
}

/** What differs between two texts of one paragraph a line; null when it cannot be told in time. */
export function compareTexts(from: string, to: string): TextDifferenceView | null {
  const parts = diffArrays(from.split('\n'), to.split('\n'), { timeout: MILLISECONDS });
  if (parts === undefined) return null;
  const blocks: DifferenceBlock[] = [];
  let gone: string[] = [];
  for (const [index, { value, added, removed }] of parts.entries()) {
    const next = parts[index + 1];
    if (removed && next?.added) gone = value;
    else if (removed) blocks.push(...changedBlocks(value, []));
    else if (added) {
      blocks.push(...changedBlocks(gone, value));
      gone = [];
    } else blocks.push(...sameBlocks(value, index === 0, index === parts.length - 1));
  }
  const kept = shown(blocks);
  return {
    addedWords: changedWords(blocks, 'to'),
    removedWords: changedWords(blocks, 'from'),
    cut: kept.length < blocks.length,
    blocks: kept,
  };
}
