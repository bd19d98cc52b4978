import type { CommentKind } from './quality-board.js';

/** `answered`: the reviewer is waited for. `contested`: the reviewer does not agree, so the lead is asked again. */
export const COMMENT_STATES = ['open', 'answered', 'agreed', 'contested'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** Of a comment by its newest answer and what the reviewer said of that answer; a newer answer asks the reviewer anew. */
export function commentStateOf(answered: boolean, agreed: boolean | null): CommentState {
  if (!answered) return 'open';
  if (agreed === null) return 'answered';
  return agreed ? 'agreed' : 'contested';
}

interface SettledComment {
  readonly kind: CommentKind;
  readonly state: CommentState;
}

/** A major comment that stands in the way of a sign-off and goes along into the next round. */
export const isOpenMajor = ({ kind, state }: SettledComment): boolean => kind === 'major' && state !== 'agreed';

/** Handbook 3.2: every major comment has an answer, and the reviewer agrees with it. */
export const majorsAgreed = (comments: readonly SettledComment[]): boolean => !comments.some(isOpenMajor);
