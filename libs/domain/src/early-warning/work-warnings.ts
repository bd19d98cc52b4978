import { monthEnd, monthStart } from '../kernel/project-month.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { timelinessOf } from '../work-plan/work-status.js';
import type { WatchedTask, WatchedWorkPackage } from './facts.js';
import { numbersOf, waysOutOfPredecessors, type Said, type Watch } from './watch.js';
import type { Warning, WarningSeverity, WarningSubject, WayOut } from './warning.js';

/** The day of the last word on work under way; its first day where nobody has spoken. */
const lastWordOn = (work: WatchedTask | WatchedWorkPackage, start: PlainDate): PlainDate =>
  work.lastUpdateOn ?? monthStart(start, work.startMonth);

/**
 * A block that the lead of the work speaks of, with its reason. A derived one is told where it stands: by the parts of
 * the task, and by the tasks of the work package.
 */
function ownBlock(
  work: WatchedTask | WatchedWorkPackage,
  kind: 'task' | 'work-package',
  waysOut: readonly WayOut[],
  watch: Watch,
): Said | null {
  if (work.state !== 'blocked' || !work.overridden || work.narrative.trim() === '') return null;
  const on = watch.since(lastWordOn(work, watch.project.startDate));
  const severity = blockedSeverity(watch, on, monthEnd(watch.project.startDate, work.endMonth));
  return { kind: `${kind}-blocked`, severity, on, detail: work.narrative, waysOut };
}

function blockedSeverity(watch: Watch, since: PlainDate, endOn: PlainDate): WarningSeverity {
  const isPressing = endOn < watch.today || watch.isWithin(endOn, watch.windows.reminderDays);
  return isPressing || watch.isLong(since, watch.windows.longBlockedDays) ? 'high' : 'medium';
}

/** Late, blocked, or silent while its time runs: what a task and a work package have in common. */
function sharedSigns(
  work: WatchedTask | WatchedWorkPackage,
  kind: 'task' | 'work-package',
  waysOut: readonly WayOut[],
  watch: Watch,
): Said[] {
  const { startDate } = watch.project;
  const endOn = monthEnd(startDate, work.endMonth);
  const said = lastWordOn(work, startDate);
  const signs: Said[] = [];
  if (endOn < watch.today) signs.push({ kind: `${kind}-late`, severity: watch.lateness(endOn), on: endOn, waysOut });
  const block = ownBlock(work, kind, waysOut, watch);
  if (block !== null) signs.push(block);
  if (work.state === 'in-progress' && endOn >= watch.today && watch.isLong(said, watch.windows.silenceDays))
    signs.push({ kind: `${kind}-silent`, severity: 'low', on: said, waysOut });
  return signs;
}

/** Parts that stand still: whose and why, each with who can say how it goes on. Who takes part no more holds nothing up. */
function blockedParts(task: WatchedTask, watch: Watch): Said[] {
  const endOn = monthEnd(watch.project.startDate, task.endMonth);
  const taking = [task.leadBeneficiaryId, ...task.participantIds];
  return task.blockedParts
    .filter(({ beneficiaryId }) => taking.includes(beneficiaryId))
    .map(({ beneficiaryId, reason, since }) => {
      const on = watch.since(since);
      const detail = [watch.nameOf(beneficiaryId), reason].filter((text) => text !== '').join(': ');
      const waysOut: WayOut[] = [{ permission: 'task.update-part', beneficiaryId }];
      return { kind: 'task-blocked', severity: blockedSeverity(watch, on, endOn), on, detail, waysOut };
    });
}

/** What keeps a task from starting or running: something unfinished before it, or nobody. */
function startSigns(task: WatchedTask, waysOut: readonly WayOut[], watch: Watch): Said[] {
  const begin = monthStart(watch.project.startDate, task.startMonth);
  if (begin > watch.today) return [];
  const waitedFor = watch.waitedFor(task.dependsOn);
  if (waitedFor.length > 0)
    return [{ kind: 'task-waits', severity: 'medium', on: begin, detail: numbersOf(waitedFor), waysOut: waysOutOfPredecessors(waitedFor) }];
  const idle = timelinessOf(task, watch.project.startDate, watch.today) === 'should-have-started';
  return idle ? [{ kind: 'task-should-have-started', severity: 'medium', on: begin, waysOut }] : [];
}

export function taskWarnings(task: WatchedTask, watch: Watch): Warning[] {
  if (task.state === 'done') return [];
  const subject: WarningSubject = { ...task, kind: 'task' };
  const waysOut: WayOut[] = [{ permission: 'task.update-status', beneficiaryId: task.leadBeneficiaryId }];
  const parts = blockedParts(task, watch);
  const shared = sharedSigns(task, 'task', waysOut, watch);
  const endOn = monthEnd(watch.project.startDate, task.endMonth);
  const soon: Said[] = watch.isWithin(endOn, watch.windows.reminderDays)
    ? [{ kind: 'task-due-soon', severity: task.state === 'not-started' ? 'medium' : 'low', on: endOn, waysOut }]
    : [];
  return [...shared, ...parts, ...startSigns(task, waysOut, watch), ...soon].map((said) =>
    watch.warn(subject, task.leadBeneficiaryId, said),
  );
}

export function workPackageWarnings(workPackage: WatchedWorkPackage, watch: Watch): Warning[] {
  if (workPackage.state === 'done') return [];
  const waysOut: WayOut[] = [{ permission: 'work-package.update-status', beneficiaryId: workPackage.leadBeneficiaryId }];
  const subject: WarningSubject = { ...workPackage, kind: 'work-package' };
  return sharedSigns(workPackage, 'work-package', waysOut, watch).map((said) => watch.warn(subject, workPackage.leadBeneficiaryId, said));
}
