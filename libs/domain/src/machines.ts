import type { Permission } from './access/permissions.js';
import { amendmentMachine } from './amendments/amendment-states.js';
import { deliverableMachine } from './deliverables/deliverable-states.js';
import type { StateMachine } from './kernel/state-machine.js';
import { milestoneMachine } from './milestones/milestone-states.js';
import { reportMachine } from './reporting/report-states.js';

/** Every state machine of the library; one spec walks them all, so a new machine is added here. */
export const MACHINES: readonly StateMachine<string, string, string, Permission, string>[] = [
  deliverableMachine,
  milestoneMachine,
  reportMachine,
  amendmentMachine,
];
