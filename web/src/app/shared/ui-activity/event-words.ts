import type { ActivityItem, EventCode } from '@office/contracts';
import { PROJECT_ROLES, type ProjectRole, VERDICTS, type Verdict, WORK_STATES, type WorkState } from '@office/domain';
import { verdictChip, workChip } from '../ui-status-chip/status-words';
import { formatPercent } from '../util-locale/format';
import { roleWords } from '../util-session/role-words';
import { dateWords } from '../util-time/words';
import { CASH_EVENT_WORDS } from './cash-event-words';
import { CLAIM_EVENT_WORDS } from './claim-event-words';
import type { EventWords } from './event-phrase';

type Detail = ActivityItem['detail'];

const isOneOf = <T extends string>(values: readonly T[], value: unknown): value is T => (values as readonly unknown[]).includes(value);

function statusWords({ state, progress }: Detail): EventWords {
  const look = { icon: 'edit', tone: 'brand' } as const;
  if (!isOneOf<WorkState>(WORK_STATES, state)) return { ...look, words: $localize`:@@event.status:Status updated` };
  const word = workChip(state).word;
  const percent = formatPercent(Number(progress ?? 0));
  return { ...look, words: $localize`:@@event.statusTo:Status: ${word}:state:, ${percent}:percent:` };
}

/** What a change of a draft is about: a row by its number, or the project's duration and the like. */
const OF_PROJECT: Readonly<Record<string, () => string>> = {
  'project.start-date': () => $localize`:@@event.ofStart:start date`,
  'project.duration': () => $localize`:@@event.ofDuration:duration`,
  'project.reporting-periods': () => $localize`:@@event.ofPeriods:reporting periods`,
};

const rowsWords = (names: Detail[string] | undefined): string =>
  String(names ?? '')
    .split(' ')
    .map((name) => OF_PROJECT[name]?.() ?? name)
    .join(', ');

function draftWords({ put, out }: Detail): string {
  const [added, removed] = [rowsWords(put), rowsWords(out)];
  if (added !== '' && removed !== '') return $localize`:@@event.draftBoth:Draft changed: ${added}:added:; taken out: ${removed}:removed:`;
  if (added !== '') return $localize`:@@event.draftPut:Draft changed: ${added}:added:`;
  return removed === ''
    ? $localize`:@@event.draftText:Draft saved, its changes as they were`
    : $localize`:@@event.draftOut:Taken out of the draft: ${removed}:removed:`;
}

function enrolmentWords({ role, beneficiary }: Detail): string {
  const roles = String(role ?? '')
    .split(' ')
    .filter((name) => isOneOf<ProjectRole>(PROJECT_ROLES, name))
    .map((name) => roleWords(name))
    .join(', ');
  if (roles === '') return $localize`:@@event.enrolled:New member`;
  return beneficiary === undefined
    ? $localize`:@@event.enrolledRole:New member: ${roles}:roles:`
    : $localize`:@@event.enrolledFor:New member of ${beneficiary}:beneficiary:: ${roles}:roles:`;
}

function uploadWords({ version }: Detail): string {
  return version === undefined
    ? $localize`:@@event.uploaded:New version uploaded`
    : $localize`:@@event.uploadedNumber:Version ${version}:version: uploaded`;
}

function roundWords({ round }: Detail): string {
  return round === undefined
    ? $localize`:@@event.reviewOpened:Review opened`
    : $localize`:@@event.reviewOpenedRound:Review round ${round}:round: opened`;
}

function signOffWords({ version }: Detail): string {
  return version === undefined
    ? $localize`:@@event.signedOff:Signed off by the quality board`
    : $localize`:@@event.signedOffVersion:Version ${version}:version: signed off by the quality board`;
}

function reviewWords({ verdict }: Detail): string {
  return isOneOf<Verdict>(VERDICTS, verdict)
    ? $localize`:@@event.reviewVerdict:Review sent: ${verdictChip(verdict).word}:verdict:`
    : $localize`:@@event.review:Review sent`;
}

function changesWords({ inFavour, cast }: Detail): string {
  return inFavour === undefined || cast === undefined
    ? $localize`:@@event.changes:The quality board asked for changes`
    : $localize`:@@event.changesVotes:The quality board asked for changes: ${inFavour}:inFavour: of ${cast}:cast: votes in favour`;
}

function amendmentAcceptedWords({ number }: Detail): string {
  return number === undefined
    ? $localize`:@@event.amendmentAccepted:Amendment accepted by EACEA`
    : $localize`:@@event.amendmentAcceptedAs:Accepted by EACEA as amendment ${number}:number:`;
}

const dayWords = ({ on }: Detail): string => (typeof on === 'string' ? dateWords(on) : '');

function justifiedWords({ period }: Detail): string {
  return $localize`:@@event.justified:Delay justified for the report ${period ?? ''}:period:`;
}

function dependencyWords({ dependsOn }: Detail): string {
  return $localize`:@@event.dependencyAdded:Depends on ${dependsOn ?? ''}:number:`;
}

function noDependencyWords({ dependsOn }: Detail): string {
  return $localize`:@@event.dependencyRemoved:Does not depend on ${dependsOn ?? ''}:number: any more`;
}

function partWords({ partner, state, evidence }: Detail): string {
  const word = WORK_STATES.find((known) => known === state);
  const words = $localize`:@@event.part:Part of ${partner ?? ''}:partner:: ${word ? workChip(word).word : ''}:state:`;
  return evidence === undefined ? words : $localize`:@@event.partEvidence:${words}:words:, with evidence`;
}

function evidenceWords({ partner, title }: Detail): string {
  return $localize`:@@event.evidenceAdded:Evidence of ${partner ?? ''}:partner:: ${title ?? ''}:title:`;
}

function noEvidenceWords({ partner, title }: Detail): string {
  return $localize`:@@event.evidenceRemoved:Evidence of ${partner ?? ''}:partner: removed: ${title ?? ''}:title:`;
}

function confirmedWords({ version, check }: Detail): string {
  return check === 'disclaimer'
    ? $localize`:@@event.disclaimerConfirmed:Disclaimer in version ${version ?? ''}:version: confirmed`
    : $localize`:@@event.emblemConfirmed:EU emblem and funding statement in version ${version ?? ''}:version: confirmed`;
}

const WORDS: Record<EventCode, (detail: Detail) => EventWords> = {
  'project.imported': () => ({ icon: 'flag', tone: 'idle', words: $localize`:@@event.imported:Project loaded from its grant agreement` }),
  'member.enrolled': (detail) => ({ icon: 'people', tone: 'idle', words: enrolmentWords(detail) }),
  'person.erased': () => ({
    icon: 'people',
    tone: 'idle',
    words: $localize`:@@event.personErased:The personal data of somebody was erased`,
  }),
  'retention.final-payment': (detail) => ({
    icon: 'euro',
    tone: 'ok',
    words: $localize`:@@event.finalPayment:Final payment received on ${dayWords(detail)}:date:`,
  }),
  'retention.hold-placed': ({ reason }) => ({
    icon: 'shield',
    tone: 'warn',
    words: $localize`:@@event.holdPlaced:Nothing may be deleted: ${reason ?? ''}:reason:`,
  }),
  'retention.hold-lifted': ({ reason }) => ({
    icon: 'shield',
    tone: 'idle',
    words: $localize`:@@event.holdLifted:Hold lifted: ${reason ?? ''}:reason:`,
  }),
  'work-package.status-updated': statusWords,
  'task.status-updated': statusWords,
  'task.part-updated': (detail) => ({ icon: 'edit', tone: 'brand', words: partWords(detail) }),
  'task.evidence-added': (detail) => ({ icon: 'file', tone: 'brand', words: evidenceWords(detail) }),
  'task.evidence-removed': (detail) => ({ icon: 'file', tone: 'idle', words: noEvidenceWords(detail) }),
  'deliverable.version-uploaded': (detail) => ({ icon: 'upload', tone: 'brand', words: uploadWords(detail) }),
  'deliverable.review-opened': (detail) => ({ icon: 'shield', tone: 'review', words: roundWords(detail) }),
  'review.sent': (detail) => ({ icon: 'shield', tone: 'review', words: reviewWords(detail) }),
  'check.confirmed': (detail) => ({ icon: 'check', tone: 'brand', words: confirmedWords(detail) }),
  'review.recused': () => ({ icon: 'shield', tone: 'idle', words: $localize`:@@event.recused:Declared a conflict of interest` }),
  'review.extended': () => ({
    icon: 'alert',
    tone: 'warn',
    words: $localize`:@@event.extended:Review extended: no quorum at its closing time`,
  }),
  'review.counted': () => ({ icon: 'shield', tone: 'review', words: $localize`:@@event.counted:Review closed: the votes are counted` }),
  'review.handed-to-chair': () => ({
    icon: 'alert',
    tone: 'warn',
    words: $localize`:@@event.handedToChair:No quorum again: the chair decides`,
  }),
  'review.lapsed': () => ({ icon: 'alert', tone: 'warn', words: $localize`:@@event.lapsed:No quorum again: changes requested by rule` }),
  'comment.answered': () => ({ icon: 'edit', tone: 'brand', words: $localize`:@@event.commentAnswered:A comment was answered` }),
  'comment.agreed': () => ({ icon: 'check', tone: 'ok', words: $localize`:@@event.commentAgreed:The answer to a comment was agreed` }),
  'comment.contested': () => ({
    icon: 'alert',
    tone: 'warn',
    words: $localize`:@@event.commentContested:The answer to a comment was not agreed`,
  }),
  'reviewers.appointed': () => ({ icon: 'people', tone: 'review', words: $localize`:@@event.reviewersAppointed:Reviewers appointed` }),
  'board.rules-changed': () => ({
    icon: 'shield',
    tone: 'brand',
    words: $localize`:@@event.boardRules:Rules of the quality board changed`,
  }),
  'board.members-changed': () => ({
    icon: 'people',
    tone: 'brand',
    words: $localize`:@@event.boardMembers:Members of the quality board changed`,
  }),
  'deliverable.changes-requested': (detail) => ({ icon: 'alert', tone: 'warn', words: changesWords(detail) }),
  'deliverable.signed-off': (detail) => ({ icon: 'check', tone: 'ok', words: signOffWords(detail) }),
  'deliverable.approved': () => ({ icon: 'check', tone: 'ok', words: $localize`:@@event.approved:Approved for submission` }),
  'deliverable.submitted': () => ({ icon: 'file', tone: 'ok', words: $localize`:@@event.submitted:Submitted to EACEA` }),
  'deliverable.revision-requested': () => ({
    icon: 'alert',
    tone: 'warn',
    words: $localize`:@@event.revision:EACEA asked for a revision`,
  }),
  'deliverable.accepted': () => ({ icon: 'check', tone: 'ok', words: $localize`:@@event.accepted:Accepted by EACEA` }),
  'deliverable.justified': (detail) => ({ icon: 'edit', tone: 'idle', words: justifiedWords(detail) }),
  'dependency.added': (detail) => ({ icon: 'plan', tone: 'brand', words: dependencyWords(detail) }),
  'dependency.removed': (detail) => ({ icon: 'plan', tone: 'idle', words: noDependencyWords(detail) }),
  'milestone.achieved': (detail) => ({
    icon: 'flag',
    tone: 'ok',
    words: $localize`:@@event.milestoneAchieved:Milestone achieved on ${dayWords(detail)}:date:`,
  }),
  'milestone.not-achieved': (detail) => ({
    icon: 'flag',
    tone: 'warn',
    words: $localize`:@@event.milestoneNotAchieved:Milestone not achieved; now expected on ${dayWords(detail)}:date:`,
  }),
  'report.opened': () => ({ icon: 'log', tone: 'brand', words: $localize`:@@event.reportOpened:Report opened by EACEA` }),
  'report.preparation-begun': () => ({ icon: 'edit', tone: 'brand', words: $localize`:@@event.reportPrepared:Report in preparation` }),
  'report.locked': () => ({ icon: 'shield', tone: 'review', words: $localize`:@@event.reportLocked:Report locked for review` }),
  'report.unlocked': () => ({ icon: 'edit', tone: 'idle', words: $localize`:@@event.reportUnlocked:Report unlocked` }),
  'report.submitted': () => ({ icon: 'file', tone: 'ok', words: $localize`:@@event.reportSubmitted:Report submitted to EACEA` }),
  'report.returned': () => ({ icon: 'alert', tone: 'warn', words: $localize`:@@event.reportReturned:Report returned by EACEA` }),
  'report.accepted': () => ({ icon: 'check', tone: 'ok', words: $localize`:@@event.reportAccepted:Report accepted by EACEA` }),
  ...CLAIM_EVENT_WORDS,
  ...CASH_EVENT_WORDS,
  'agreement.signed': () => ({
    icon: 'flag',
    tone: 'ok',
    words: $localize`:@@event.agreementSigned:Grant agreement signed; the plan is locked`,
  }),
  'plan.changed': () => ({ icon: 'edit', tone: 'brand', words: $localize`:@@event.planChanged:Plan changed without an amendment` }),
  'amendment.prepared': () => ({ icon: 'edit', tone: 'brand', words: $localize`:@@event.amendmentPrepared:Amendment prepared` }),
  'amendment.changed': (detail) => ({ icon: 'edit', tone: 'brand', words: draftWords(detail) }),
  'amendment.approved': () => ({
    icon: 'check',
    tone: 'ok',
    words: $localize`:@@event.amendmentApproved:Amendment approved by the consortium`,
  }),
  'amendment.informally-checked': () => ({
    icon: 'check',
    tone: 'brand',
    words: $localize`:@@event.amendmentChecked:Amendment checked informally with the project officer`,
  }),
  'amendment.submitted': () => ({
    icon: 'file',
    tone: 'brand',
    words: $localize`:@@event.amendmentSubmitted:Amendment submitted to EACEA`,
  }),
  'amendment.accepted': (detail) => ({ icon: 'check', tone: 'ok', words: amendmentAcceptedWords(detail) }),
  'amendment.in-force': () => ({ icon: 'flag', tone: 'ok', words: $localize`:@@event.amendmentInForce:Amendment took effect` }),
  'amendment.rejected': () => ({ icon: 'alert', tone: 'warn', words: $localize`:@@event.amendmentRejected:Amendment rejected by EACEA` }),
  'amendment.lapsed': () => ({
    icon: 'alert',
    tone: 'warn',
    words: $localize`:@@event.amendmentLapsed:Amendment lapsed: no answer within 45 days`,
  }),
  'amendment.withdrawn': () => ({ icon: 'log', tone: 'idle', words: $localize`:@@event.amendmentWithdrawn:Amendment withdrawn` }),
  'amendment.reopened': () => ({
    icon: 'edit',
    tone: 'idle',
    words: $localize`:@@event.amendmentReopened:Amendment opened again as a draft`,
  }),
};

export const EVENT_CODES = Object.keys(WORDS) as readonly EventCode[];

/** Words of an event; one that a newer server knows and this page does not is shown as such, never hidden. */
export function eventWords({ event, detail }: Pick<ActivityItem, 'event' | 'detail'>): EventWords {
  if (isOneOf(EVENT_CODES, event)) return WORDS[event](detail);
  return { icon: 'log', tone: 'idle', words: $localize`:@@event.unknown:Other event (${event}:event:)` };
}
