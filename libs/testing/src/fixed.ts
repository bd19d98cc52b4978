import { dateIn, monthEnd, plainDate, type PlainDate, type ProjectMonth } from '@office/domain';

/** The moment in which built things live: a Saturday morning of project month 9, two days before a round closes. */
export const NOW = '2024-09-14T08:00:00.000Z';
export const DEADLINE_ZONE = 'Europe/Rome';
export const TODAY: PlainDate = dateIn(DEADLINE_ZONE, new Date(NOW));

export const PROJECT_START: PlainDate = plainDate('2024-01-01');
export const PROJECT_MONTHS = 48;

/** Last day of a month of the built project. */
export const dueOnOf = (month: ProjectMonth): PlainDate => monthEnd(PROJECT_START, month);

const KINDS = [
  'project',
  'beneficiary',
  'person',
  'membership',
  'work-package',
  'task',
  'milestone',
  'deliverable',
  'version',
  'round',
  'review',
  'comment',
  'sign-off',
  'activity',
  'session',
  'evidence',
  'amendment',
  'view',
] as const;
export type IdKind = (typeof KINDS)[number];

/** An id of the right shape (UUID, version 7), the same in every run: kind and number can be read off it. */
export function idOf(kind: IdKind, n: number): string {
  const group = (KINDS.indexOf(kind) + 1).toString(16).padStart(8, '0');
  return `${group}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
