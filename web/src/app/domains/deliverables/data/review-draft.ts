import type { FieldProblem, ReviewDraftRequest, ReviewRequest } from '@office/contracts';
import {
  checkReview,
  COMMENT_KINDS,
  type CommentKind,
  CRITERIA,
  type Criterion,
  type Scores,
  type Verdict,
  VERDICTS,
} from '@office/domain';
import { fieldWords } from '../../../shared/util-http/problem-words';

export interface DraftComment {
  /** Tells the comments of a form apart while they are added and removed. */
  readonly key: number;
  readonly kind: CommentKind;
  readonly anchor: string;
  readonly text: string;
}

/** A review while it is written: every part may still be missing. */
export interface ReviewDraft {
  readonly scores: Partial<Scores>;
  readonly verdict: Verdict | null;
  readonly comments: readonly DraftComment[];
}

export const EMPTY_DRAFT: ReviewDraft = { scores: {}, verdict: null, comments: [] };

export const isEmpty = ({ scores, verdict, comments }: ReviewDraft): boolean =>
  Object.keys(scores).length === 0 && verdict === null && comments.length === 0;

const isBlank = ({ anchor, text }: DraftComment): boolean => anchor.trim() === '' && text.trim() === '';

/** What is sent: comments that nobody wrote anything into are left out. */
export function requestOf({ scores, verdict, comments }: ReviewDraft): ReviewRequest {
  const all = Object.fromEntries(CRITERIA.map((criterion) => [criterion, scores[criterion] ?? 0])) as Record<Criterion, number>;
  return {
    scores: all,
    verdict: verdict ?? 'accept',
    comments: comments
      .filter((comment) => !isBlank(comment))
      .map(({ kind, anchor, text }) => ({ kind, text: text.trim(), ...(anchor.trim() === '' ? {} : { anchor: anchor.trim() }) })),
  };
}

/** A draft as it is handed to the office: as far as it has got. */
export const draftBodyOf = ({ scores, verdict, comments }: ReviewDraft, typedAt: string): ReviewDraftRequest => ({
  typedAt,
  scores,
  ...(verdict === null ? {} : { verdict }),
  comments: comments.map(({ kind, anchor, text }) => ({ kind, text, ...(anchor === '' ? {} : { anchor }) })),
});

/** What is missing or wrong, by path; the rules are the domain's, besides that a verdict and words have to be there. */
export function findingsOf(draft: ReviewDraft): FieldProblem[] {
  const checked = checkReview(requestOf(draft));
  const wordless = draft.comments.filter((comment) => !isBlank(comment) && comment.text.trim() === '');
  return [
    ...(checked.ok ? [] : checked.reason),
    ...(draft.verdict === null ? [{ path: 'verdict', code: 'verdict-missing' }] : []),
    ...wordless.map(({ key }) => ({ path: `comments.${key}`, code: 'comment-text-missing' })),
  ];
}

const OWN_WORDS: Readonly<Record<string, () => string>> = {
  'verdict-missing': () => $localize`:@@review.verdictMissing:Choose a verdict.`,
  'comment-text-missing': () => $localize`:@@review.textMissing:Write the comment, or remove it.`,
};

export const findingWords = (finding: FieldProblem): string => OWN_WORDS[finding.code]?.() ?? fieldWords(finding);

const isOneOf = <T>(values: readonly T[], value: unknown): value is T => (values as readonly unknown[]).includes(value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function commentOf(value: unknown, key: number): DraftComment[] {
  if (!isRecord(value) || !isOneOf(COMMENT_KINDS, value['kind'])) return [];
  const { kind, anchor, text } = value;
  return [{ key, kind, anchor: typeof anchor === 'string' ? anchor : '', text: typeof text === 'string' ? text : '' }];
}

/** Reads a kept draft; what an older page wrote differently is left out. */
export function draftFrom(kept: unknown): ReviewDraft {
  if (!isRecord(kept)) return EMPTY_DRAFT;
  const scores = isRecord(kept['scores']) ? kept['scores'] : {};
  const comments = Array.isArray(kept['comments']) ? (kept['comments'] as unknown[]) : [];
  return {
    scores: Object.fromEntries(
      CRITERIA.flatMap((criterion) => (Number.isInteger(scores[criterion]) ? [[criterion, scores[criterion]]] : [])),
    ),
    verdict: isOneOf(VERDICTS, kept['verdict']) ? kept['verdict'] : null,
    comments: comments.flatMap(commentOf),
  };
}
