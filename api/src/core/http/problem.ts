import type { FieldProblem, ProblemCode } from '@office/contracts';

interface ProblemFacts {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldProblem[];
  readonly current?: unknown;
}

/** The one way to refuse a request: a code with a home in the contracts, and its facts. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    super(code);
  }
}

interface ProblemHome {
  readonly status: number;
  readonly title: string;
}

/** Status and English title of every code; the compiler sees to it that none is missing. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemHome>> = {
  'bad-request': { status: 400, title: 'The request could not be read.' },
  'validation-failed': { status: 422, title: 'Some fields are not right.' },
  unauthenticated: { status: 401, title: 'Sign in first.' },
  'login-failed': { status: 401, title: 'E-mail or password is not right.' },
  'login-throttled': { status: 429, title: 'Too many failed sign-ins; wait before the next.' },
  'password-wrong': { status: 403, title: 'This is not your password.' },
  'cross-origin-refused': { status: 403, title: 'The request came from another site.' },
  forbidden: { status: 403, title: 'You may see this, but not do that.' },
  'not-found': { status: 404, title: 'There is no such thing, or you may not see it.' },
  'method-not-allowed': { status: 405, title: 'This cannot be done here.' },
  conflict: { status: 409, title: 'This does not go with what is there.' },
  'state-changed': { status: 409, title: 'Somebody else was faster; look at the present state.' },
  'transition-refused': { status: 409, title: 'This step is not possible in the present state.' },
  'plan-stale': { status: 409, title: 'Another amendment was accepted since this one was prepared; open it again as a draft.' },
  'amendment-needed': { status: 409, title: 'The agreement is signed: this changes only by an amendment.' },
  'agreement-open': { status: 409, title: 'The agreement is not signed yet: edit the plan itself.' },
  'agreement-signed': { status: 409, title: 'The agreement has been signed.' },
  'dependency-refused': { status: 409, title: 'Nothing may depend on itself, not even through others.' },
  'already-reviewed': { status: 409, title: 'Your institution has sent its verdict for this round.' },
  'already-signed-off': { status: 409, title: 'This round has been signed off.' },
  'round-closed': { status: 409, title: 'This review round is closed.' },
  'reviewers-needed': { status: 409, title: 'Appoint reviewers first: they are who votes in this round.' },
  'reviewer-conflict': { status: 409, title: 'This person has a conflict of interest in this deliverable.' },
  'reviewers-incomplete': { status: 409, title: 'There are fewer reviewers, or of fewer origins, than the rules of the board ask for.' },
  'alternate-waits': { status: 409, title: 'The member of your institution votes; an alternate does in the absence.' },
  'comment-settled': { status: 409, title: 'This comment has been settled.' },
  'comment-unanswered': { status: 409, title: 'The lead has not answered this comment yet.' },
  'board-incomplete': { status: 422, title: 'The board needs one chair, and members who have its role.' },
  'checks-open': { status: 409, title: 'The check-list before the sign-off is not complete.' },
  'same-content': { status: 409, title: 'The newest version has the same content.' },
  'file-missing': { status: 422, title: 'No file came with the request.' },
  'file-too-large': { status: 413, title: 'The file is larger than allowed.' },
  'file-kind-refused': { status: 415, title: 'The EU portal does not take files of this kind.' },
  'file-kind-mismatch': { status: 415, title: 'The content of the file is not what its name says.' },
  'file-name-refused': { status: 422, title: 'The name of the file is a path, or hides what it is.' },
  'file-two-kinds': { status: 422, title: 'The file is of two kinds at once.' },
  'archive-refused': { status: 422, title: 'The zip, or a file that is one inside, cannot be taken.' },
  'upload-unfinished': { status: 409, title: 'The upload is not whole yet.' },
  'upload-gone': { status: 410, title: 'This upload is not kept any more; begin it again.' },
  'upload-offset': { status: 409, title: 'The upload goes on elsewhere; ask how much has arrived.' },
  'upload-interrupted': { status: 400, title: 'The upload was cut; nothing was stored.' },
  'quota-exceeded': { status: 413, title: 'The project has no room left for this file.' },
  'file-being-checked': { status: 409, title: 'The file is being checked for viruses; try again in a moment.' },
  'file-infected': { status: 410, title: 'The virus scanner found something in this file; it is handed to nobody.' },
  'range-not-satisfiable': { status: 416, title: 'The file has no such part.' },
  'payload-too-large': { status: 413, title: 'The request is larger than allowed.' },
  'unsupported-media-type': { status: 415, title: 'The request has an unexpected content type.' },
  'precondition-required': { status: 428, title: 'Send If-Match with the version you have seen.' },
  'precondition-failed': { status: 412, title: 'It was changed since you saw it.' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key belongs to another request.' },
  'too-many-requests': { status: 429, title: 'Too many requests; slow down.' },
  unavailable: { status: 503, title: 'The service is not ready.' },
  internal: { status: 500, title: 'Something went wrong on the server.' },
};
