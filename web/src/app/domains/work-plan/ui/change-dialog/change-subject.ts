import type { PlainDate } from '@office/domain';
import type { Move } from '../../data/bar-move';

/** What the dialog "Plan a change" is opened with. */
export interface ChangeSubject {
  readonly move: Move;
  /** First day of the project. */
  readonly start: PlainDate;
  readonly durationMonths: number;
}

/** `applied`: the plan is another now. `added`: a draft amendment has one change more. */
export type ChangeResult = 'applied' | 'added';
