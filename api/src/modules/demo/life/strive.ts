import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { monthEnd, monthOf, plainDate, type PaymentKind, type PlainDate } from '@office/domain';
import type { DeliverableRecord, ProjectFile, TaskRecord } from '../../import/project-file.js';
import { readProjectFile } from '../../import/read-project-file.js';

/** A meeting as the partners published it. */
export interface StriveEvent {
  readonly startDate: PlainDate;
  readonly endDate: PlainDate;
  readonly title: string;
  readonly host: string;
  readonly place: string;
  readonly workPackage: string;
  readonly participants: number | null;
}

/** A payment that the agreement names. */
export interface StrivePayment {
  readonly kind: PaymentKind;
  readonly amountCents: number;
  readonly expected: string;
}

/** STRIVE's file with what the life of the demonstration is told from. */
export interface Strive {
  /** The file as it is imported. */
  readonly content: unknown;
  readonly file: ProjectFile;
  readonly events: readonly StriveEvent[];
  readonly payments: readonly StrivePayment[];
  readonly start: PlainDate;
}

const FILE = join('data', 'strive.json');

/** In the bundle the data lie beside it, in the sources some folders up. */
function findFile(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, FILE))) return join(folder, FILE);
  }
  throw new Error('strive-file-missing');
}

export async function readStrive(): Promise<Strive> {
  const content = JSON.parse(await readFile(findFile(), 'utf8')) as Pick<Strive, 'events' | 'payments'>;
  const read = readProjectFile(content);
  if (!read.ok) throw new Error('strive-file-unreadable');
  const { file } = read.value;
  return { content, file, events: content.events, payments: content.payments, start: plainDate(file.project.startDate) };
}

export const dueOn = ({ start }: Strive, { dueMonth }: Pick<DeliverableRecord, 'dueMonth'>): PlainDate => monthEnd(start, dueMonth);

export const zoneOf = ({ file }: Strive, shortName: string): string =>
  file.beneficiaries.find((beneficiary) => beneficiary.shortName === shortName)?.timeZone ?? 'Europe/Rome';

/** The meeting that a task is about: of its work package, at its lead's, within its months; the shortest task wins. */
export function eventOf({ start, file, events }: Strive, task: TaskRecord): StriveEvent | null {
  const runsAt = ({ startMonth, endMonth }: TaskRecord, month: number): boolean => startMonth <= month && month <= endMonth;
  const covers = (candidate: TaskRecord, { workPackage, host, startDate }: StriveEvent): boolean =>
    candidate.workPackage === workPackage && candidate.lead === host && runsAt(candidate, monthOf(start, startDate));
  const length = ({ startMonth, endMonth }: TaskRecord): number => endMonth - startMonth;
  const shortest = (event: StriveEvent): TaskRecord | undefined =>
    file.tasks.filter((candidate) => covers(candidate, event)).sort((a, b) => length(a) - length(b))[0];
  return events.find((event) => shortest(event) === task) ?? null;
}

/** The task that a deliverable comes out of: of the same work package and lead, the one that ends nearest to the due month. */
export const taskOf = ({ file }: Strive, { workPackage, lead, dueMonth }: DeliverableRecord): TaskRecord | null =>
  file.tasks
    .filter(
      (task) => task.workPackage === workPackage && task.lead === lead && task.startMonth <= dueMonth && dueMonth <= task.endMonth + 1,
    )
    .sort((a, b) => Math.abs(a.endMonth - dueMonth) - Math.abs(b.endMonth - dueMonth))[0] ?? null;
