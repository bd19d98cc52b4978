import type { ReviewRequest } from '@office/contracts';
import { CRITERIA, type CommentKind, type Scores, type Verdict } from '@office/domain';
import { REMARKS } from './remarks.js';
import { seeded, shuffled } from './seed.js';

/** The lowest score that a reviewer with this verdict gives, and the kinds of comments that go with it. */
const CHARACTER: Readonly<
  Record<Verdict, { readonly lowest: number; readonly spread: number; readonly comments: readonly CommentKind[] }>
> = {
  accept: { lowest: 4, spread: 2, comments: ['advice'] },
  'minor-changes': { lowest: 3, spread: 3, comments: ['minor', 'minor', 'advice'] },
  'major-changes': { lowest: 2, spread: 3, comments: ['major', 'minor'] },
  reject: { lowest: 1, spread: 2, comments: ['major', 'major'] },
};

function commentsOf(kinds: readonly CommentKind[], words: readonly (string | number)[]): ReviewRequest['comments'] {
  const used = new Map<CommentKind, number>();
  return kinds.map((kind) => {
    const nth = used.get(kind) ?? 0;
    used.set(kind, nth + 1);
    const remarks = REMARKS[kind];
    const order = shuffled(
      remarks.map((_, index) => String(index)),
      ...words,
      kind,
    );
    const remark = remarks[Number(order[nth % order.length])];
    return { kind, anchor: remark?.anchor ?? '', text: remark?.text ?? '' };
  });
}

/** What one member writes in one round; the words make it that member's own. */
export function reviewOf(verdict: Verdict, ...words: readonly (string | number)[]): ReviewRequest {
  const { lowest, spread, comments } = CHARACTER[verdict];
  const scores = Object.fromEntries(
    CRITERIA.map((criterion) => [criterion, lowest + seeded(spread, criterion, ...words)]),
  ) as unknown as Scores;
  return { verdict, scores, comments: commentsOf(comments, words) };
}
