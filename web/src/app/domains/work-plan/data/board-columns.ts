import { WORK_STATES, type WorkState } from '@office/domain';
import { workChip } from '../../../shared/ui-status-chip/status-words';
import type { PlanRow } from './plan-rows';

export interface BoardColumn {
  readonly state: WorkState;
  readonly word: string;
  readonly cards: readonly PlanRow[];
}

/** The tasks of a plan by their state: what waits, what runs, what stands still, what is done; each in the order in which they end. */
export function columnsOf(rows: readonly PlanRow[]): BoardColumn[] {
  const tasks = rows.filter(({ kind }) => kind === 'task');
  return WORK_STATES.map((state) => ({
    state,
    word: workChip(state).word,
    cards: tasks.filter(({ status }) => status.state === state).sort((a, b) => a.endMonth - b.endMonth || a.startMonth - b.startMonth),
  }));
}
