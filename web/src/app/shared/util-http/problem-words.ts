import type { FieldProblem, ProblemCode } from '@office/contracts';
import { formatFileSize, plural } from '../util-locale/format';
import type { ReadProblem } from './problem';
import { archiveWords, mismatchWords, nameWords, twoKindsWords, unfinishedWords } from './upload-words';

type Params = Record<string, string | number>;

const number = (params: Params, key: string): number => Number(params[key] ?? 0);

function throttledWords(params: Params): string {
  const minutes = Math.ceil(number(params, 'retryAfterSeconds') / 60);
  if (minutes === 0) return $localize`:@@problem.throttled:Too many attempts. Wait a few minutes, then try again.`;
  return plural(minutes, {
    one: $localize`:@@problem.throttledMinute:Too many attempts. Try again in a minute.`,
    other: $localize`:@@problem.throttledMinutes:Too many attempts. Try again in ${minutes}:minutes: minutes.`,
  });
}

function tooLargeWords(params: Params): string {
  const limit = number(params, 'maxBytes');
  if (limit === 0) return $localize`:@@problem.fileTooLarge:The file is too large.`;
  return $localize`:@@problem.fileTooLargeLimit:The file is too large; up to ${formatFileSize(limit)}:limit: are taken.`;
}

function quotaWords(params: Params): string {
  const [quota, used] = [formatFileSize(number(params, 'quotaBytes')), formatFileSize(number(params, 'usedBytes'))];
  return $localize`:@@problem.quota:The project has no room left for this file: ${used}:used: of ${quota}:quota: are taken.`;
}

function circleWords(params: Params): string {
  const path = String(params['path'] ?? '');
  return params['reason'] === 'depends-on-itself'
    ? $localize`:@@problem.dependsOnItself:Nothing can depend on itself.`
    : $localize`:@@problem.dependencyCircle:This would go in circles: ${path}:path: already depends on it.`;
}

const WORDS: Record<ProblemCode | 'offline', (params: Params) => string> = {
  'bad-request': () => $localize`:@@problem.badRequest:The server could not read this request.`,
  'validation-failed': () => $localize`:@@problem.validation:Something in the form is not right yet.`,
  unauthenticated: () => $localize`:@@problem.unauthenticated:Your session has ended. Sign in again.`,
  'login-failed': () => $localize`:@@problem.loginFailed:This e-mail address and password do not go together.`,
  'login-throttled': throttledWords,
  'password-wrong': () => $localize`:@@problem.passwordWrong:This is not your password.`,
  'cross-origin-refused': () => $localize`:@@problem.crossOrigin:The request came from another site and was refused.`,
  forbidden: () => $localize`:@@problem.forbidden:You may see this, but not change it.`,
  'not-found': () => $localize`:@@problem.notFound:This does not exist, or not for you.`,
  'method-not-allowed': () => $localize`:@@problem.method:This cannot be done here.`,
  conflict: () => $localize`:@@problem.conflict:This clashes with something that was saved in the meantime.`,
  'state-changed': () => $localize`:@@problem.stateChanged:Somebody moved this on in the meantime. Look at it again before you go on.`,
  'transition-refused': () => $localize`:@@problem.transition:This step is not possible at the moment.`,
  'plan-stale': () =>
    $localize`:@@problem.planStale:Another amendment was accepted since this one was prepared. Open it again as a draft and look at its changes.`,
  'amendment-needed': () => $localize`:@@problem.amendmentNeeded:The agreement is signed: this changes only by an amendment.`,
  'agreement-open': () => $localize`:@@problem.agreementOpen:The agreement is not signed yet: edit the plan itself.`,
  'agreement-signed': () => $localize`:@@problem.agreementSigned:The agreement is signed already.`,
  'dependency-refused': circleWords,
  'already-reviewed': () => $localize`:@@problem.alreadyReviewed:You have already sent your review of this round.`,
  'already-signed-off': () => $localize`:@@problem.alreadySignedOff:This version is already signed off.`,
  'round-closed': () => $localize`:@@problem.roundClosed:This review round is closed.`,
  'checks-open': () => $localize`:@@problem.checksOpen:The list “Before sign-off” is not complete yet.`,
  'reviewers-needed': () => $localize`:@@problem.reviewersNeeded:Appoint reviewers first: they are who votes in this round.`,
  'reviewer-conflict': () => $localize`:@@problem.reviewerConflict:This person has a conflict of interest in this deliverable.`,
  'reviewers-incomplete': () =>
    $localize`:@@problem.reviewersIncomplete:The rules of the board ask for more reviewers, or for reviewers from both sides of the consortium.`,
  'alternate-waits': () => $localize`:@@problem.alternateWaits:The member of your institution votes; you do while the member cannot.`,
  'comment-settled': () => $localize`:@@problem.commentSettled:This comment is settled: the deliverable has gone on.`,
  'comment-unanswered': () => $localize`:@@problem.commentUnanswered:The lead has not answered this comment yet.`,
  'board-incomplete': () => $localize`:@@problem.boardIncomplete:The board needs one chair, and members who have its role.`,
  'same-content': () => $localize`:@@problem.sameContent:This file is the same as the newest version.`,
  'file-missing': () => $localize`:@@problem.fileMissing:Choose a file first.`,
  'file-too-large': tooLargeWords,
  'file-kind-refused': () => $localize`:@@problem.fileKind:The EU portal takes doc, docx, odt, rtf, pdf, csv and zip files.`,
  'file-kind-mismatch': mismatchWords,
  'file-name-refused': nameWords,
  'file-two-kinds': twoKindsWords,
  'archive-refused': archiveWords,
  'upload-unfinished': unfinishedWords,
  'upload-gone': () => $localize`:@@problem.uploadGone:What was sent of this file is not kept any more. Choose it again.`,
  'upload-offset': () => $localize`:@@problem.uploadOffset:This file is being sent from another window.`,
  'upload-interrupted': () => $localize`:@@problem.uploadCut:The upload was cut off. Nothing was saved; try again.`,
  'quota-exceeded': quotaWords,
  'file-being-checked': () => $localize`:@@problem.fileChecking:This file is being checked for viruses. Try again in a moment.`,
  'file-infected': () => $localize`:@@problem.fileInfected:The virus scanner found something in this file; nobody can download it.`,
  'range-not-satisfiable': () => $localize`:@@problem.range:The file has no such part. Download it anew.`,
  'payload-too-large': () => $localize`:@@problem.payload:This is more than the server takes at once.`,
  'unsupported-media-type': () => $localize`:@@problem.mediaType:The server does not take this kind of content.`,
  'precondition-required': () => $localize`:@@problem.preconditionRequired:The page is out of date. Load it again.`,
  'precondition-failed': () => $localize`:@@problem.preconditionFailed:Somebody changed this after you opened it.`,
  'idempotency-key-reused': () => $localize`:@@problem.idempotency:This was already sent.`,
  'too-many-requests': throttledWords,
  unavailable: () => $localize`:@@problem.unavailable:The server is not ready right now. Try again in a moment.`,
  internal: () => $localize`:@@problem.internal:Something went wrong at our side.`,
  offline: () => $localize`:@@problem.offline:The server cannot be reached. Check the connection; what you typed is kept.`,
};

const FIELD_WORDS: Readonly<Record<string, () => string>> = {
  'must-be-zero-when-not-started': () => $localize`:@@field.zeroWhenNotStarted:Work that has not started has no progress.`,
  'must-be-hundred-when-done': () => $localize`:@@field.hundredWhenDone:Work that is done has 100 % progress.`,
  'must-be-whole-percent': () => $localize`:@@field.wholePercent:Enter a whole percent from 0 to 100.`,
  'must-be-below-hundred': () => $localize`:@@field.belowHundred:100 % means done; choose that state or a lower figure.`,
  'reason-needed-when-blocked': () => $localize`:@@field.blockedReason:Say what blocks the work.`,
  'reason-needed-when-overriding': () => $localize`:@@field.overrideReason:Say why the figures differ from what the parts say.`,
  'criteria-open-when-done': () =>
    $localize`:@@field.criteriaOpen:A done part has met all of its criteria; tick them or remove what does not count.`,
  'is-not-empty': () => $localize`:@@field.notEmpty:Fill this in.`,
  'name-taken': () => $localize`:@@field.nameTaken:You have a view of this name already.`,
  'too-many-views': () => $localize`:@@field.tooManyViews:You keep as many views as there is room for. Delete one first.`,
  'not-a-web-address': () => $localize`:@@field.notAWebAddress:Enter an address of the web, such as https://example.org/report.`,
  'too-many': () => $localize`:@@field.tooMany:There is no room for more evidence; remove some first.`,
  'must-not-be-in-the-future': () => $localize`:@@field.notInFuture:Choose a day that has come.`,
  'must-not-be-before-the-start': () => $localize`:@@field.notBeforeStart:Choose a day after the project began.`,
  'must-be-in-the-future': () => $localize`:@@field.inFuture:Choose a day that lies ahead.`,
  'must-be-within-the-project': () => $localize`:@@field.withinProject:Choose a day before the project ends.`,
  'is-plain-date': () => $localize`:@@field.date:Choose a date.`,
  'evidence-needed': () => $localize`:@@field.evidence:Say what proves it.`,
  'must-be-web-address': () => $localize`:@@field.webAddress:Enter an address that begins with https://, or leave it empty.`,
  'reason-needed': () => $localize`:@@field.reason:Say why.`,
  'more-than-maximum-grant': () => $localize`:@@field.aboveGrant:All payments together would be more than the maximum grant.`,
  'more-than-received': () => $localize`:@@field.aboveReceived:The parts together are more than what came.`,
  'must-not-be-before-submission': () => $localize`:@@field.beforeSubmission:An approval is not given before it was asked for.`,
  'approval-day-needed': () => $localize`:@@field.approvalDay:Say when it was approved.`,
  'must-not-be-before-approval': () => $localize`:@@field.beforeApproval:It is valid from its approval on.`,
  'score-out-of-range': () => $localize`:@@field.score:Give a score from 1 to 5.`,
  'major-comment-needed': () => $localize`:@@field.majorComment:Explain the verdict in at least one major comment.`,
};

/** One sentence for the person. */
export function problemWords(problem: ReadProblem): string {
  const params = problem.offline ? {} : (problem.params ?? {});
  return WORDS[problem.code](params);
}

/** Words for one wrong field, as the domain's checks and the API name it. */
export const fieldWords = (field: Pick<FieldProblem, 'code'>): string =>
  FIELD_WORDS[field.code]?.() ?? $localize`:@@field.other:This is not right yet.`;
