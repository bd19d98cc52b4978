import type { Signal } from '@angular/core';
import type { PlanChange } from '@office/domain';
import type { ReadProblem } from '../../../shared/util-http/problem';

/** What the dialog of a change is opened with. */
export interface ChangeTask {
  /** `draft`: the change goes into a draft amendment. `plan`: it is done at once. */
  readonly target: 'draft' | 'plan';
  /** What the draft holds; follows the server when somebody else saved. Empty for the plan itself. */
  readonly changes: Signal<readonly PlanChange[]>;
  /** The change that is edited; null for a new one. */
  readonly original: PlanChange | null;
  /** Saves it; the problem when it could not be saved. `note` says who agreed, for the plan itself. */
  readonly save: (change: PlanChange, note: string) => Promise<ReadProblem | null>;
}
