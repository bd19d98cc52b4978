import type { Permission } from './access/permissions.js';
import { amendmentMachine } from './amendments/amendment-states.js';
import { claimMachine } from './reporting/work-package-claims.js';
import { distributionMachine } from './budget/distribution.js';
import { expenditureMachine } from './budget/expenditure.js';
import { deliverableMachine } from './deliverables/deliverable-states.js';
import type { StateMachine } from './kernel/state-machine.js';
import { milestoneMachine } from './milestones/milestone-states.js';
import { roundMachine } from './quality-board/round-states.js';
import { reportMachine } from './reporting/report-states.js';
import { taskMachine, workPackageMachine } from './work-plan/work-states.js';

/** Every state machine of the library; one spec walks them all, so a new machine is added here. */
export const MACHINES: readonly StateMachine<string, string, string, Permission, string>[] = [
  taskMachine,
  workPackageMachine,
  deliverableMachine,
  roundMachine,
  milestoneMachine,
  reportMachine,
  amendmentMachine,
  claimMachine,
  expenditureMachine,
  distributionMachine,
];
