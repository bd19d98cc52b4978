import { dateIn, type PlainDate } from '@office/domain';
import { amended, amendmentLife } from './amendment-life.js';
import { castScenes } from './cast.js';
import { deliverableLife } from './deliverable-life.js';
import { cashLife } from './cash-life.js';
import { dependencyLife, milestoneLife, reportLife } from './project-life.js';
import { partLife } from './part-life.js';
import type { DeliverableStep, LifeStep, PartStep, WorkStep } from './steps.js';
import { dueOn, taskOf, type Strive } from './strive.js';
import { castTasks, taskLife } from './task-life.js';
import { workPackageLife } from './work-package-life.js';

const WITH_EACEA = new Set(['submit', 'accept']);

/** Where EU deadlines are counted; the day of the demonstration is its day. */
const DEADLINE_ZONE = 'Europe/Rome';

const until =
  (now: Date) =>
  ({ at }: { readonly at: Date }): boolean =>
    at <= now;

/** Deliverables whose last step until now did not hand them to EACEA. */
function openDeliverables(strive: Strive, steps: readonly DeliverableStep[]): ReadonlySet<string> {
  const last = new Map(steps.map((step) => [step.deliverable, step.kind]));
  return new Set(strive.file.deliverables.map(({ number }) => number).filter((number) => !WITH_EACEA.has(last.get(number) ?? '')));
}

/** The late deliverable that keeps each task from ending. */
function lateTasks(strive: Strive, open: ReadonlySet<string>, today: PlainDate): ReadonlyMap<string, string> {
  const late = strive.file.deliverables.filter((deliverable) => open.has(deliverable.number) && dueOn(strive, deliverable) < today);
  return new Map(
    late.flatMap((deliverable) => {
      const task = taskOf(strive, deliverable);
      return task === null ? [] : [[task.number, deliverable.number] as const];
    }),
  );
}

function tasksLife(strive: Strive, open: ReadonlySet<string>, today: PlainDate): { tasks: WorkStep[]; parts: PartStep[] } {
  const late = lateTasks(strive, open, today);
  const scenes = castTasks(strive, new Set(late.keys()), today);
  return {
    tasks: strive.file.tasks.flatMap((task) => taskLife(strive, task, scenes.get(task.number), late.get(task.number) ?? null, today)),
    parts: strive.file.tasks.flatMap((task) => partLife(strive, task, scenes.get(task.number), today)),
  };
}

/** Work packages with a task or a deliverable that is not finished. */
function openWorkPackages(strive: Strive, open: ReadonlySet<string>, tasks: readonly WorkStep[]): ReadonlySet<string> {
  const last = new Map(tasks.map((step) => [step.number, step.status.state]));
  return new Set([
    ...strive.file.deliverables.filter(({ number }) => open.has(number)).map(({ workPackage }) => workPackage),
    ...strive.file.tasks.filter(({ number }) => last.get(number) !== 'done').map(({ workPackage }) => workPackage),
  ]);
}

/**
 * The life of STRIVE until now, in the order in which it happened: the same for the same instant. It follows the plan
 * and the published meetings; what stands out on the day itself (in review, late, blocked) is cast around that day.
 */
export function lifeUntil(signed: Strive, now: Date): LifeStep[] {
  const today = dateIn(DEADLINE_ZONE, now);
  const strive = amended(signed, today);
  const scenes = castScenes(strive, today);
  const deliverables = strive.file.deliverables
    .flatMap((deliverable) => deliverableLife(strive, deliverable, scenes.get(deliverable.number), today))
    .filter(until(now));
  const open = openDeliverables(strive, deliverables);
  const told = tasksLife(strive, open, today);
  const tasks = told.tasks.filter(until(now));
  const parts = told.parts.filter(until(now));
  const past = { deliverables: [...deliverables].sort(byTime), tasks: [...tasks].sort(byTime) };
  const unfinished = openWorkPackages(strive, open, tasks);
  const workPackages = strive.file.workPackages.flatMap((workPackage) =>
    workPackageLife(strive, workPackage, past, unfinished.has(workPackage.number), today).filter(until(now)),
  );
  const project = [
    ...amendmentLife(strive),
    ...cashLife(strive),
    ...dependencyLife(strive),
    ...milestoneLife(strive),
    ...reportLife(strive),
  ].filter(until(now));
  return [...deliverables, ...parts, ...tasks, ...workPackages, ...project].sort(byTime);
}

const byTime = (a: { readonly at: Date }, b: { readonly at: Date }): number => a.at.getTime() - b.at.getTime();
