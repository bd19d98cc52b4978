import type { MyTask } from '@office/contracts';
import { byUrgency, monthStart, partProgress, UNTOUCHED_PART, type Actor } from '@office/domain';
import type { MyWorkFacts, TaskFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';

/** The actor's part of each task that the own beneficiary leads or takes part in, the most urgent first. */
export function myTasksOf(facts: MyWorkFacts, { beneficiaryId }: Actor, moment: Moment): MyTask[] {
  if (beneficiaryId === null) return [];
  const parts = new Map(facts.parts.map((part) => [part.taskId, part]));
  const numbers = new Map(facts.workPackages.map(({ id, number }) => [id, number]));
  const mine = facts.tasks.filter((task) => task.lead.id === beneficiaryId || task.participants.includes(beneficiaryId));
  const own = mine.map((task) => ({ task, part: parts.get(task.id) ?? { ...UNTOUCHED_PART, evidence: 0 } }));
  const order = byUrgency(facts.startDate, moment.today);
  return own
    .map(({ task, part }) => ({ task, part, ...monthsOf(task), state: part.state }))
    .sort(order)
    .map(({ task, part, ...work }) => ({
      id: task.id,
      number: task.number,
      title: task.title,
      workPackage: numbers.get(task.workPackageId) ?? '',
      lead: task.lead.id === beneficiaryId,
      state: part.state,
      timeliness: moment.timelinessOf(work),
      progress: partProgress(part),
      evidence: part.evidence,
      startsOn: monthStart(facts.startDate, task.startMonth),
      dueOn: moment.dueOn(task.endMonth),
      dueMonth: task.endMonth,
    }));
}

const monthsOf = ({ startMonth, endMonth }: TaskFacts): Pick<TaskFacts, 'startMonth' | 'endMonth'> => ({ startMonth, endMonth });
