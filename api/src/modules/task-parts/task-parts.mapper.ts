import type {
  CompletionPart,
  CompletionView,
  EvidenceView,
  PartnerCompletion,
  TaskPartView,
  WorkPackageDiaryView,
} from '@office/contracts';
import {
  changesBetween,
  fileScanOf,
  holdUpOf,
  HOLD_UPS,
  monthEnd,
  monthStart,
  partProgress,
  sumCents,
  timelinessOf,
  UNTOLD,
  worstHoldUp,
  type PlainDate,
} from '@office/domain';
import type { PageBounds } from '../../core/http/paging.js';
import type { CompletionPartRow, CompletionRow, DiaryRow, TaskPartRow } from './task-parts.rows.js';

/** Instants inside JSON come in the database's spelling. */
const iso = (at: string): string => new Date(at).toISOString();

function evidenceView({ verdict, ...evidence }: TaskPartRow['evidence'][number], scanning: boolean): EvidenceView {
  const scan = evidence.kind === 'file' ? fileScanOf(verdict, scanning) : null;
  return { ...evidence, scan, addedAt: iso(evidence.addedAt) };
}

/** `scanning`: whether the installation has a virus scanner. */
export function taskPartView(row: TaskPartRow, today: PlainDate, scanning: boolean): TaskPartView {
  const { projectStart, deadlineTimeZone: _, task, state, updatedAt, ...part } = row;
  return {
    ...part,
    task: { ...task, startsOn: monthStart(projectStart, task.startMonth), dueOn: monthEnd(projectStart, task.endMonth) },
    state,
    timeliness: timelinessOf({ ...task, state }, projectStart, today),
    blockedReason: state === 'blocked' ? part.note : null,
    evidence: part.evidence.map((evidence) => evidenceView(evidence, scanning)),
    progress: partProgress({ state, criteria: part.criteria }),
    updatedAt: updatedAt?.toISOString() ?? null,
  };
}

function completionPart(part: CompletionPartRow, start: PlainDate, today: PlainDate): CompletionPart {
  const { taskId, number, title, state, evidence, note } = part;
  const timeliness = timelinessOf(part, start, today);
  return {
    taskId,
    number,
    title,
    state,
    timeliness,
    dueOn: monthEnd(start, part.endMonth),
    blockedReason: state === 'blocked' ? note : null,
    evidence,
    holdUp: holdUpOf({ state, timeliness }),
  };
}

const rankOf = ({ holdUp }: PartnerCompletion): number => (holdUp === null ? HOLD_UPS.length : HOLD_UPS.indexOf(holdUp));

/** Partners with a part or a share, whoever holds the work package up most first. */
export function completionView(row: CompletionRow, today: PlainDate): CompletionView {
  const { workPackage, currency, projectStart } = row;
  const partners = row.partners
    .map(({ ref, shareCents }): PartnerCompletion => {
      const own = row.parts.filter(({ beneficiaryId }) => beneficiaryId === ref.id);
      const parts = own.map((part) => completionPart(part, projectStart, today));
      const done = parts.filter(({ state }) => state === 'done').length;
      return { beneficiary: ref, shareCents, done, parts, holdUp: worstHoldUp(parts) };
    })
    .filter(({ parts, shareCents }) => parts.length > 0 || shareCents > 0)
    .sort((a, b) => rankOf(a) - rankOf(b));
  const totalCents = sumCents(partners.map(({ shareCents }) => shareCents));
  const isHeldUp = partners.some(({ holdUp }) => holdUp !== null);
  return { workPackage, currency, totalCents, heldUpCents: isHeldUp ? totalCents : 0, partners };
}

export function diaryView(row: DiaryRow, page: PageBounds, days: { from: string; to: string } | null): WorkPackageDiaryView {
  const { workPackage, total, entries, compared } = row;
  const items = entries.map((entry) => ({ ...entry, at: iso(entry.at) }));
  const rows = compared
    .map(({ subject, ...points }) => {
      const [before, after] = [points.before ?? UNTOLD, points.after ?? UNTOLD];
      return { subject, before, after, changes: changesBetween(before, after) };
    })
    .filter(({ changes }) => changes.length > 0);
  return { workPackage, entries: { items, total, ...page }, comparison: days === null ? null : { ...days, rows } };
}
