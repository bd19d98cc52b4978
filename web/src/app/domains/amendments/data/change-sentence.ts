import type { DeliverableChange, MilestoneChange, PlanChange, ProjectChange, TaskChange, WorkPackageChange } from '@office/domain';
import { monthEnd } from '@office/domain';
import { dateWords, monthLabel } from '../../../shared/util-time/words';
import { levelWords, typeWords } from '../../deliverables/data/contract-words';
import { dueWords, spanWords } from '../../work-plan/data/months';
import type { Names } from './names';

/** "QUI, UE", or that there is nobody. */
export const listWords = (ids: readonly string[], { name }: Names): string =>
  ids.length === 0 ? $localize`:@@changeWords.nobody:nobody` : ids.map((id) => name(id)).join(', ');

const titled = (number: string, title: string): string => $localize`:@@changeWords.retitle:${number}:number: is called “${title}:title:”`;
const ledBy = (number: string, lead: string): string => $localize`:@@changeWords.lead:${number}:number: is led by ${lead}:lead:`;
const during = (number: string, months: string): string => $localize`:@@changeWords.months:${number}:number: runs ${months}:months:`;
const dueOn = (number: string, due: string): string => $localize`:@@changeWords.due:${number}:number: is due ${due}:due:`;
const removed = (row: string): string => $localize`:@@changeWords.remove:${row}:row: is removed`;
const renumbered = (row: string, number: string): string => $localize`:@@changeWords.renumber:${row}:row: becomes ${number}:number:`;
const moved = (row: string, workPackage: string, number: string): string =>
  $localize`:@@changeWords.move:${row}:row: moves to ${workPackage}:workPackage: as ${number}:number:`;
const placed = (number: string, position: number): string =>
  $localize`:@@changeWords.reorder:${number}:number: stands at place ${position + 1}:place:`;
const newSpan = (number: string, title: string, months: string, lead: string): string =>
  $localize`:@@changeWords.addSpan:New: ${number}:number: ${title}:title:, ${months}:months:, led by ${lead}:lead:`;
const newDue = (number: string, title: string, due: string, lead: string): string =>
  $localize`:@@changeWords.addDue:New: ${number}:number: ${title}:title:, due ${due}:due:, led by ${lead}:lead:`;

function projectWords(change: ProjectChange, { start }: Names): string {
  switch (change.kind) {
    case 'project.start-date':
      return $localize`:@@changeWords.start:The project starts on ${dateWords(change.startDate)}:date:`;
    case 'project.duration': {
      const { durationMonths } = change;
      const end = dateWords(monthEnd(start, durationMonths));
      return $localize`:@@changeWords.duration:The project lasts ${durationMonths}:months: months, until ${end}:end:`;
    }
    case 'project.reporting-periods': {
      const periods = change.periods.map(({ fromMonth, toMonth }) => `${monthLabel(fromMonth)}–${monthLabel(toMonth)}`).join(', ');
      return $localize`:@@changeWords.periods:The reporting periods are ${periods}:periods:`;
    }
  }
}

function workPackageWords(change: WorkPackageChange, names: Names): string {
  switch (change.kind) {
    case 'work-package.add': {
      const { number, title, leadId, startMonth, endMonth } = change.row;
      return newSpan(number, title, spanWords(names.start, startMonth, endMonth), names.name(leadId));
    }
    case 'work-package.remove':
      return removed(names.row(change.id));
    case 'work-package.retitle':
      return titled(names.number(change.id), change.title);
    case 'work-package.objectives':
      return $localize`:@@changeWords.objectives:${names.number(change.id)}:number: has other objectives`;
    case 'work-package.months':
      return during(names.number(change.id), spanWords(names.start, change.startMonth, change.endMonth));
    case 'work-package.lead':
      return ledBy(names.number(change.id), names.name(change.leadId));
    case 'work-package.renumber':
      return renumbered(names.row(change.id), change.number);
    case 'work-package.reorder':
      return placed(names.number(change.id), change.position);
  }
}

function taskWords(change: TaskChange, names: Names): string {
  switch (change.kind) {
    case 'task.add': {
      const { number, title, leadId, startMonth, endMonth } = change.row;
      return newSpan(number, title, spanWords(names.start, startMonth, endMonth), names.name(leadId));
    }
    case 'task.remove':
      return removed(names.row(change.id));
    case 'task.retitle':
      return titled(names.number(change.id), change.title);
    case 'task.months':
      return during(names.number(change.id), spanWords(names.start, change.startMonth, change.endMonth));
    case 'task.lead':
      return ledBy(names.number(change.id), names.name(change.leadId));
    case 'task.participants': {
      const others = listWords(change.participantIds, names);
      return $localize`:@@changeWords.participants:${names.number(change.id)}:number: has as participants beside the lead: ${others}:others:`;
    }
    case 'task.move':
      return moved(names.row(change.id), names.name(change.workPackageId), change.number);
    case 'task.split': {
      const [number, last] = [names.number(change.id), dueWords(names.start, change.lastMonth)];
      return $localize`:@@changeWords.split:${number}:number: ends ${last}:last: and goes on as ${change.newNumber}:second: ${change.newTitle}:title:`;
    }
    case 'task.renumber':
      return renumbered(names.row(change.id), change.number);
    case 'task.reorder':
      return placed(names.number(change.id), change.position);
  }
}

function deliverableWords(change: DeliverableChange, names: Names): string {
  switch (change.kind) {
    case 'deliverable.add': {
      const { number, title, leadId, dueMonth } = change.row;
      return newDue(number, title, dueWords(names.start, dueMonth), names.name(leadId));
    }
    case 'deliverable.remove':
      return removed(names.row(change.id));
    case 'deliverable.retitle':
      return titled(names.number(change.id), change.title);
    case 'deliverable.type':
      return $localize`:@@changeWords.type:${names.number(change.id)}:number: is of type ${typeWords(change.type)}:type:`;
    case 'deliverable.level':
      return $localize`:@@changeWords.level:${names.number(change.id)}:number: is ${levelWords(change.disseminationLevel)}:level:`;
    case 'deliverable.due':
      return dueOn(names.number(change.id), dueWords(names.start, change.dueMonth));
    case 'deliverable.lead':
      return ledBy(names.number(change.id), names.name(change.leadId));
    case 'deliverable.contributors': {
      const others = listWords(change.contributorIds, names);
      return $localize`:@@changeWords.contributors:${names.number(change.id)}:number: has as contributors: ${others}:others:`;
    }
    case 'deliverable.move':
      return moved(names.row(change.id), names.name(change.workPackageId), change.number);
    case 'deliverable.renumber':
      return renumbered(names.row(change.id), change.number);
    case 'deliverable.reorder':
      return placed(names.number(change.id), change.position);
  }
}

function milestoneWords(change: MilestoneChange, names: Names): string {
  switch (change.kind) {
    case 'milestone.add': {
      const { number, title, leadId, dueMonth } = change.row;
      return newDue(number, title, dueWords(names.start, dueMonth), names.name(leadId));
    }
    case 'milestone.remove':
      return removed(names.row(change.id));
    case 'milestone.retitle':
      return titled(names.number(change.id), change.title);
    case 'milestone.due':
      return dueOn(names.number(change.id), dueWords(names.start, change.dueMonth));
    case 'milestone.means':
      return $localize`:@@changeWords.means:${names.number(change.id)}:number: is verified by: ${change.meansOfVerification}:means:`;
    case 'milestone.lead':
      return ledBy(names.number(change.id), names.name(change.leadId));
    case 'milestone.work-packages': {
      const list = listWords(change.workPackageIds, names);
      return $localize`:@@changeWords.workPackages:${names.number(change.id)}:number: belongs to ${list}:workPackages:`;
    }
    case 'milestone.renumber':
      return renumbered(names.row(change.id), change.number);
    case 'milestone.reorder':
      return placed(names.number(change.id), change.position);
  }
}

type Of<P extends string> = Extract<PlanChange, { kind: `${P}.${string}` }>;
const isOf = <P extends string>(change: PlanChange, subject: P): change is Of<P> => change.kind.startsWith(`${subject}.`);

/** What a change does, in one sentence; months always with their dates. */
export function changeSentence(change: PlanChange, names: Names): string {
  if (isOf(change, 'project')) return projectWords(change, names);
  if (isOf(change, 'work-package')) return workPackageWords(change, names);
  if (isOf(change, 'task')) return taskWords(change, names);
  if (isOf(change, 'deliverable')) return deliverableWords(change, names);
  return milestoneWords(change, names);
}
