import type { MilestoneView } from '@office/contracts';
import { isMilestoneLate, monthEnd, type PlainDate } from '@office/domain';

/** A milestone as the database tells it. */
export type MilestoneRow = Omit<MilestoneView, 'dueOn' | 'late' | 'estimate'> & { readonly estimate: PlainDate | null };

export const milestoneView = (row: MilestoneRow, projectStart: PlainDate, today: PlainDate): MilestoneView => ({
  ...row,
  dueOn: monthEnd(projectStart, row.dueMonth),
  late: isMilestoneLate(row, projectStart, today),
});
