import type { Permission } from '../access/permissions.js';
import { step, type StateMachine, type Transition, type TransitionRefusal } from '../kernel/state-machine.js';
import type { Result } from '../kernel/result.js';
import type { SettledStatus } from './progress.js';
import { WORK_STATES, type WorkState } from './work-status.js';

export type WorkSubjectKind = 'task' | 'work-package';

export const WORK_ACTIONS = ['start', 'report', 'block', 'resume', 'finish', 'reopen', 'set-back'] as const;
export type WorkAction = (typeof WORK_ACTIONS)[number];

/** What must hold of the status that is reported. */
export type WorkFact = 'nothing-done' | 'partly-done' | 'all-done' | 'reason-given';

export type WorkEvent = 'task.status-updated' | 'work-package.status-updated';

export type WorkTransition = Transition<WorkState, WorkAction, WorkFact, Permission, WorkEvent>;
type WorkMachine = StateMachine<WorkState, WorkAction, WorkFact, Permission, WorkEvent>;

const FACTS: Readonly<Record<WorkState, readonly WorkFact[]>> = {
  'not-started': ['nothing-done'],
  'in-progress': ['partly-done'],
  blocked: ['partly-done', 'reason-given'],
  done: ['all-done'],
};

/** What it is called to come from the one state to the other; a mistake can always be set right, so every way is open. */
const ACTIONS: Readonly<Record<WorkState, Readonly<Record<WorkState, WorkAction>>>> = {
  'not-started': { 'not-started': 'report', 'in-progress': 'start', blocked: 'block', done: 'finish' },
  'in-progress': { 'not-started': 'set-back', 'in-progress': 'report', blocked: 'block', done: 'finish' },
  blocked: { 'not-started': 'set-back', 'in-progress': 'resume', blocked: 'report', done: 'finish' },
  done: { 'not-started': 'set-back', 'in-progress': 'reopen', blocked: 'block', done: 'report' },
};

/** Who may report a status at all; whose the row is, is asked with it. */
export const WORK_PERMISSIONS = {
  task: 'task.update-status',
  'work-package': 'work-package.update-status',
} as const satisfies Readonly<Record<WorkSubjectKind, Permission>>;

const machineOf = (name: WorkSubjectKind, event: WorkEvent): WorkMachine => ({
  name,
  states: WORK_STATES,
  actions: WORK_ACTIONS,
  initial: 'not-started',
  final: [],
  transitions: WORK_STATES.flatMap((from) =>
    WORK_STATES.map((to) => ({ from, action: ACTIONS[from][to], to, who: WORK_PERMISSIONS[name], facts: FACTS[to], event })),
  ),
});

export const taskMachine = machineOf('task', 'task.status-updated');
export const workPackageMachine = machineOf('work-package', 'work-package.status-updated');

const MACHINE_OF: Readonly<Record<WorkSubjectKind, WorkMachine>> = { task: taskMachine, 'work-package': workPackageMachine };

/**
 * The row that a settled status takes from the present state, or the first fact about it that does not hold. What is derived
 * has its reasons with the parts.
 */
export const workStep = (
  kind: WorkSubjectKind,
  from: WorkState,
  { state, progress, narrative, progressSource, overrideReason }: SettledStatus,
): Result<WorkTransition, TransitionRefusal<WorkState, WorkAction, WorkFact>> =>
  step(MACHINE_OF[kind], from, ACTIONS[from][state], {
    'nothing-done': progress === 0,
    'partly-done': progress >= 0 && progress < 100,
    'all-done': progress === 100,
    'reason-given': progressSource === 'derived' || narrative.trim() !== '' || overrideReason !== '',
  });
