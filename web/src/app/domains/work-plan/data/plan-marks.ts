import type { WorkPackagePlan } from '@office/contracts';
import { type ChipLook, type ChipWords, deliverableChip, lateChip } from '../../../shared/ui-status-chip/status-words';
import { dateWords, monthLabel } from '../../../shared/util-time/words';
import { markAt, type MonthAxis, monthsOf } from './month-axis';

/** Something due at the end of a month, as a mark on the axis. */
export interface PlanMark {
  readonly kind: 'deliverable' | 'milestone';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly look: ChipLook;
  /** State, or what it is. */
  readonly word: string;
  /** "30 Sep 2024 · M9" */
  readonly due: string;
  /** Percent of the axis: right edge of its month. */
  readonly at: number;
  /** From 0; marks that would lie over one another are in different lanes. */
  readonly lane: number;
}

type Due = Pick<PlanMark, 'kind' | 'id' | 'number' | 'title'> & { dueMonth: number; dueOn: string; chip: ChipWords };

/** Months that a mark keeps free around it, so that a finger meets one and not two (24 of 600 pixels). */
export const monthsPerMark = (axis: MonthAxis): number => Math.ceil(monthsOf(axis) / 24);

/** For months in ascending order: the lowest lane in which each keeps its distance from the one before. */
export function lanesOf(months: readonly number[], distance: number): number[] {
  const lastInLane: number[] = [];
  return months.map((month) => {
    const free = lastInLane.findIndex((last) => month - last >= distance);
    const lane = free < 0 ? lastInLane.length : free;
    lastInLane[lane] = month;
    return lane;
  });
}

function dueThings(work: WorkPackagePlan): Due[] {
  const milestone = { look: 'planned', word: $localize`:@@plan.milestone:Milestone` } as const;
  return [
    ...work.deliverables.map((row): Due => ({ ...row, kind: 'deliverable', chip: row.late ? lateChip() : deliverableChip(row.state) })),
    ...work.milestones.map((row): Due => ({ ...row, kind: 'milestone', chip: milestone })),
  ].sort((a, b) => a.dueMonth - b.dueMonth);
}

export function marksOf(work: WorkPackagePlan, axis: MonthAxis): PlanMark[] {
  const placed = dueThings(work).flatMap((due) => {
    const at = markAt(axis, due.dueMonth);
    return at === null ? [] : [{ ...due, at }];
  });
  const lanes = lanesOf(
    placed.map((due) => due.dueMonth),
    monthsPerMark(axis),
  );
  return placed.map(({ kind, id, number, title, dueMonth, dueOn, chip, at }, index) => ({
    ...{ kind, id, number, title, at },
    look: chip.look,
    word: chip.word,
    due: `${dateWords(dueOn)} · ${monthLabel(dueMonth)}`,
    lane: lanes[index] ?? 0,
  }));
}
