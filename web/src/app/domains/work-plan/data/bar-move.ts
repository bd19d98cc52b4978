import type { PlanChange, PlanSubject, ProjectMonth } from '@office/domain';

/** Something on the plan that can be moved; what is due at the end of a month starts and ends in it. */
export interface Movable {
  readonly kind: PlanSubject;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
}

/** An intended change of months; nothing is written by it. */
export interface Move {
  readonly subject: Movable;
  readonly startMonth: ProjectMonth;
  readonly endMonth: ProjectMonth;
}

/** What of a bar is moved. */
export type MovedPart = 'whole' | 'start' | 'end';

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

export const isDue = ({ kind }: Movable): boolean => kind === 'deliverable' || kind === 'milestone';

export const unmoved = (subject: Movable): Move => ({ subject, startMonth: subject.startMonth, endMonth: subject.endMonth });

export const isMoved = ({ subject, startMonth, endMonth }: Move): boolean =>
  startMonth !== subject.startMonth || endMonth !== subject.endMonth;

/** The move with a part of it some months later (earlier below 0), within the project and never shorter than a month. */
export function movedBy(move: Move, part: MovedPart, months: number, durationMonths: number): Move {
  const { startMonth, endMonth } = move;
  if (part === 'start') return { ...move, startMonth: clamp(startMonth + months, 1, endMonth) };
  if (part === 'end') return { ...move, endMonth: clamp(endMonth + months, startMonth, durationMonths) };
  const by = clamp(months, 1 - startMonth, durationMonths - endMonth);
  return { ...move, startMonth: startMonth + by, endMonth: endMonth + by };
}

/** What an arrow key does: left and right move the whole, with Shift the end. Null for other keys. */
export function keyStep(event: { key: string; shiftKey: boolean }, subject: Movable): { part: MovedPart; months: number } | null {
  const months = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  if (months === 0) return null;
  return { part: event.shiftKey && !isDue(subject) ? 'end' : 'whole', months };
}

/** Pixels at the ends of a bar that take hold of that end only. */
const GRIP = 7;

/** @param x pixels from the left edge of the bar, which is `width` pixels wide */
export function partAt(x: number, width: number, subject: Movable): MovedPart {
  if (isDue(subject) || width < GRIP * 4) return 'whole';
  if (x <= GRIP) return 'start';
  return x >= width - GRIP ? 'end' : 'whole';
}

/** The change of the plan that the move intends. */
export function changeOf({ subject, startMonth, endMonth }: Move): PlanChange {
  const { id } = subject;
  switch (subject.kind) {
    case 'work-package':
      return { kind: 'work-package.months', id, startMonth, endMonth };
    case 'task':
      return { kind: 'task.months', id, startMonth, endMonth };
    case 'deliverable':
      return { kind: 'deliverable.due', id, dueMonth: endMonth };
    case 'milestone':
      return { kind: 'milestone.due', id, dueMonth: endMonth };
  }
}
