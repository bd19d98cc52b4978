import type { ReviewDraftView } from '@office/contracts';
import { draftFrom, EMPTY_DRAFT, isEmpty, type ReviewDraft } from './review-draft';

/** A draft as the office keeps it for its writer alone. */
export interface OfficeDraft {
  readonly draft: ReviewDraft;
  readonly typedAt: string;
}

/** A draft as this browser keeps it, also without a line to the office. */
export interface KeptDraft {
  readonly draft: ReviewDraft;
  /** When it was last changed here; empty when that is not known. */
  readonly typedAt: string;
  /** What the office had when both were last the same; null before that. */
  readonly base: string | null;
  /** Changed here since then. */
  readonly ahead: boolean;
}

export const NOTHING_KEPT: KeptDraft = { draft: EMPTY_DRAFT, typedAt: '', base: null, ahead: false };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads what lies in this browser; what an older page left there is a draft that the office does not know yet. */
export function keptFrom(value: unknown): KeptDraft {
  if (!isRecord(value)) return NOTHING_KEPT;
  if (!('draft' in value)) return { ...NOTHING_KEPT, draft: draftFrom(value), ahead: true };
  const { typedAt, base, ahead } = value;
  return {
    draft: draftFrom(value['draft']),
    typedAt: typeof typedAt === 'string' ? typedAt : '',
    base: typeof base === 'string' ? base : null,
    ahead: ahead === true,
  };
}

/** Reads the office's answer; null when it keeps none. */
export const officeDraftFrom = (view: ReviewDraftView | null): OfficeDraft | null =>
  view?.draft ? { draft: draftFrom(view.draft), typedAt: view.draft.typedAt } : null;

/** The same words and choices; which comment was added when does not matter. */
const sameDraft = (a: ReviewDraft, b: ReviewDraft): boolean => JSON.stringify(draftFrom(a)) === JSON.stringify(draftFrom(b));

export interface Reconciled {
  /** Where the draft comes from that is gone on with. */
  readonly from: 'browser' | 'office';
  readonly draft: ReviewDraft;
  /** Written apart from it, at the other place: the older of the two; null when nothing would be lost. */
  readonly other: OfficeDraft | null;
}

/** One draft out of the two: who went on alone is followed, and of two that were both gone on with the newest is taken. */
export function reconcile(here: KeptDraft, there: OfficeDraft | null): Reconciled {
  const mine: Reconciled = { from: 'browser', draft: here.draft, other: null };
  const theirs: Reconciled = { from: 'office', draft: there?.draft ?? EMPTY_DRAFT, other: null };
  if (!here.ahead) return theirs;
  if (there === null || there.typedAt === here.base) return mine;
  if (sameDraft(here.draft, there.draft)) return theirs;
  if (here.typedAt > there.typedAt) return { ...mine, other: there };
  return { ...theirs, other: isEmpty(here.draft) ? null : { draft: here.draft, typedAt: here.typedAt } };
}
