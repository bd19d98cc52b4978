import type { BeneficiaryRef, WorkPackagePlan } from '@office/contracts';
import type { ProjectMonth } from '@office/domain';
import { type ChipLook, type ChipWords, deliverableChip, lateChip } from '../../../shared/ui-status-chip/status-words';
import { markAt, type MonthAxis, monthsOf, type Stretch } from './month-axis';

/** Something due at the end of a month. */
export interface PlanMark {
  readonly kind: 'deliverable' | 'milestone';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly lead: BeneficiaryRef;
  readonly dueMonth: ProjectMonth;
  readonly dueOn: string;
  readonly look: ChipLook;
  /** State, or what it is. */
  readonly word: string;
  /** Due month in the agreement as signed; null where it is the same. */
  readonly baseline: ProjectMonth | null;
  readonly dependsOn: readonly string[];
}

/** A mark on the axis. */
export interface PlacedMark {
  readonly mark: PlanMark;
  /** Percent of the axis: right edge of its month. */
  readonly at: number;
  /** From where the agreement as signed has it to where it is now; null where that is the same or not on the axis. */
  readonly baseline: (Stretch & { readonly later: boolean }) | null;
  /** From 0; marks that would lie over one another are in different lanes. */
  readonly lane: number;
}

const MILESTONE: Readonly<Record<WorkPackagePlan['milestones'][number]['state'], () => ChipWords>> = {
  open: () => ({ look: 'planned', word: $localize`:@@plan.milestone:Milestone` }),
  'not-achieved': () => ({ look: 'late', word: $localize`:@@plan.milestoneNotAchieved:Milestone, not achieved` }),
  achieved: () => ({ look: 'done', word: $localize`:@@plan.milestoneAchieved:Milestone, achieved` }),
};

/** Deliverables and milestones of a work package in the order of their months. */
export function marksOf(work: WorkPackagePlan): PlanMark[] {
  return [
    ...work.deliverables.map((row): PlanMark => {
      const { id, number, title, lead, dueMonth, dueOn, baseline, dependsOn } = row;
      const chip = row.late ? lateChip() : deliverableChip(row.state);
      return {
        ...{ kind: 'deliverable', id, number, title, lead, dueMonth, dueOn, dependsOn },
        ...chip,
        baseline: baseline?.dueMonth ?? null,
      };
    }),
    ...work.milestones.map((row): PlanMark => {
      const { id, number, title, lead, dueMonth, dueOn, baseline } = row;
      const chip = row.late ? { ...lateChip(), word: $localize`:@@plan.milestoneLate:Milestone, late` } : MILESTONE[row.state]();
      return {
        ...{ kind: 'milestone', id, number, title, lead, dueMonth, dueOn },
        ...chip,
        baseline: baseline?.dueMonth ?? null,
        dependsOn: [],
      };
    }),
  ].sort((a, b) => a.dueMonth - b.dueMonth);
}

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

const stretchFrom = (signed: number | null, at: number): PlacedMark['baseline'] =>
  signed === null ? null : { left: Math.min(signed, at), width: Math.abs(at - signed), later: at > signed };

/** The marks that are on the axis, side by side. */
export function placed(marks: readonly PlanMark[], axis: MonthAxis): PlacedMark[] {
  const shown = marks.flatMap((mark) => {
    const at = markAt(axis, mark.dueMonth);
    return at === null ? [] : [{ mark, at }];
  });
  const lanes = lanesOf(
    shown.map(({ mark }) => mark.dueMonth),
    monthsPerMark(axis),
  );
  return shown.map(({ mark, at }, index) => ({
    ...{ mark, at },
    baseline: stretchFrom(mark.baseline === null ? null : markAt(axis, mark.baseline), at),
    lane: lanes[index] ?? 0,
  }));
}
