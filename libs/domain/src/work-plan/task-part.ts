import { ok, refuse, type Result } from '../kernel/result.js';
import type { WorkState } from './work-status.js';

/** One line of the check-list that says when a partner's part of a task is done. */
export interface PartCriterion {
  readonly text: string;
  readonly met: boolean;
}

/** A link that shows what was done: an address of the web and what to call it. */
export interface EvidenceLink {
  readonly url: string;
  readonly title: string;
}

/**
 * A partner's own part of a task. Every participant and the lead of a task has one; where nothing was said yet it is
 * not started. Any state may follow any other (people correct themselves); what a state asks for is in `checkTaskPart`.
 */
export interface TaskPart {
  readonly state: WorkState;
  /** What happened; with `blocked` the reason. */
  readonly note: string;
  readonly criteria: readonly PartCriterion[];
}

export const CRITERIA_MAX = 20;
export const CRITERION_MAX_LENGTH = 300;
export const EVIDENCE_MAX = 30;
export const EVIDENCE_TITLE_MAX_LENGTH = 200;
export const URL_MAX_LENGTH = 2000;

/** How a part stands that nobody has said anything about. */
export const UNTOUCHED_PART: TaskPart = { state: 'not-started', note: '', criteria: [] };

export type TaskPartFinding =
  | { readonly path: 'note'; readonly code: 'reason-needed-when-blocked' }
  | { readonly path: 'criteria'; readonly code: 'criteria-open-when-done' };

/** A blocked part says why; a done part has met every criterion that it set itself. */
export function checkTaskPart(part: TaskPart): Result<TaskPart, readonly TaskPartFinding[]> {
  const findings: TaskPartFinding[] = [];
  if (part.state === 'blocked' && part.note.trim() === '') findings.push({ path: 'note', code: 'reason-needed-when-blocked' });
  if (part.state === 'done' && part.criteria.some(({ met }) => !met)) findings.push({ path: 'criteria', code: 'criteria-open-when-done' });
  return findings.length === 0 ? ok(part) : refuse(findings);
}

/** A task as far as it tells why it is blocked. */
export interface BlockedTask {
  readonly status: { readonly state: WorkState; readonly progressSource: 'derived' | 'overridden' } & Readonly<
    Record<'narrative' | 'overrideReason', string>
  >;
  readonly parts: readonly { readonly beneficiary: { readonly shortName: string }; readonly blockedReason: string | null }[];
}

/**
 * Why a task is blocked: what its lead says of it where the lead calls it so, otherwise the reason of every part that
 * stands still, with the partner's name. Empty where it is not blocked.
 */
export function blockReasonOf({ status, parts }: BlockedTask): string {
  if (status.state !== 'blocked') return '';
  const ofLead = status.narrative.trim() || status.overrideReason;
  const ofParts = parts.flatMap(({ beneficiary, blockedReason }) =>
    blockedReason === null ? [] : [`${beneficiary.shortName}: ${blockedReason}`],
  );
  return status.progressSource === 'overridden' || ofParts.length === 0 ? ofLead : ofParts.join('; ');
}

const WEB_ADDRESS = /^https?:\/\//i;
const OTHER_SCHEME = /^[a-z][a-z0-9+-]*:/i;
const UNWRITABLE = /[\s<>"\\^`{|}]/;
/** A name with a dot and perhaps a port: what others can reach; no user, no local name. */
const PUBLIC_HOST = /^[^/?#@:[\]]+\.[^/?#@:[\].]+(:\d{1,5})?$/;

/**
 * An address of the web as evidence takes it, or null: http or https only (nothing that runs or opens something on the
 * reader's machine), no user or password inside, a host that others can reach. A missing `https://` is put before it.
 */
export function evidenceUrl(typed: string): string | null {
  const text = typed.trim();
  if (!WEB_ADDRESS.test(text) && OTHER_SCHEME.test(text)) return null;
  const address = WEB_ADDRESS.test(text) ? text : `https://${text}`;
  const host = address.replace(WEB_ADDRESS, '').split(/[/?#]/)[0] ?? '';
  return address.length <= URL_MAX_LENGTH && !UNWRITABLE.test(address) && PUBLIC_HOST.test(host) ? address : null;
}

/** What a link is called when nobody gave it a name: its host and path, without the ceremony. */
export const linkTitle = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .slice(0, EVIDENCE_TITLE_MAX_LENGTH);

const OPEN_WITHOUT_CRITERIA = 50;
const OPEN_LEAST = 10;
const OPEN_MOST = 90;

/**
 * Whole percent of one part: 0 before it starts, 100 when done. In between it is the share of its criteria that are
 * met, never below 10 or above 90; 50 where it has no criteria. Being blocked takes nothing away from what is done.
 */
export function partProgress({ state, criteria }: Pick<TaskPart, 'state' | 'criteria'>): number {
  if (state === 'not-started') return 0;
  if (state === 'done') return 100;
  if (criteria.length === 0) return OPEN_WITHOUT_CRITERIA;
  const met = criteria.filter((criterion) => criterion.met).length;
  return Math.min(OPEN_MOST, Math.max(OPEN_LEAST, Math.floor((100 * met) / criteria.length)));
}
