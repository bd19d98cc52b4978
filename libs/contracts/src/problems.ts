/** Every error the API can answer with; its status and English title live in the API's problem table. */
export const PROBLEM_CODES = [
  'bad-request',
  'validation-failed',
  'unauthenticated',
  'login-failed',
  'login-throttled',
  'password-wrong',
  'cross-origin-refused',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'conflict',
  'state-changed',
  'transition-refused',
  'plan-stale',
  'amendment-needed',
  'agreement-open',
  'agreement-signed',
  'dependency-refused',
  'already-reviewed',
  'already-signed-off',
  'round-closed',
  'checks-open',
  'reviewers-needed',
  'reviewer-conflict',
  'reviewers-incomplete',
  'alternate-waits',
  'comment-settled',
  'comment-unanswered',
  'board-incomplete',
  'same-content',
  'file-missing',
  'file-too-large',
  'file-kind-refused',
  'file-kind-mismatch',
  'file-name-refused',
  'file-two-kinds',
  'archive-refused',
  'upload-interrupted',
  'upload-unfinished',
  'upload-gone',
  'upload-offset',
  'quota-exceeded',
  'file-being-checked',
  'file-infected',
  'range-not-satisfiable',
  'payload-too-large',
  'unsupported-media-type',
  'precondition-required',
  'precondition-failed',
  'idempotency-key-reused',
  'too-many-requests',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One field that is wrong: where, which rule, and the rule's numbers. */
export interface FieldProblem {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/** Body of every error (`application/problem+json`, RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  params?: Record<string, string | number>;
  errors?: FieldProblem[];
  /** With 412: the resource as it is now. */
  current?: unknown;
  requestId: string;
}
