import type { Permission } from './access/permissions.js';
import { deliverableMachine } from './deliverables/deliverable-states.js';
import type { StateMachine } from './kernel/state-machine.js';

/** Every state machine of the library; one spec walks them all, so a new machine is added here. */
export const MACHINES: readonly StateMachine<string, string, string, Permission, string>[] = [deliverableMachine];
