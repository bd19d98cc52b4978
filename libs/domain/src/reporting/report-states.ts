import type { Permission } from '../access/permissions.js';
import type { StateMachine } from '../kernel/state-machine.js';

/** Life of the report on one reporting period (handbook 2.7). */
export const REPORT_STATES = ['not-open', 'open', 'in-preparation', 'locked', 'submitted', 'returned', 'accepted'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_ACTIONS = ['open', 'prepare', 'lock', 'unlock', 'submit', 'record-return', 'record-acceptance'] as const;
export type ReportAction = (typeof REPORT_ACTIONS)[number];

/** What must hold before a step; the last two are the check-list of the lock (handbook 7). */
export type ReportFact = 'period-ended' | 'late-deliverables-justified' | 'milestones-estimated';

export type ReportEvent =
  | 'report.opened'
  | 'report.preparation-begun'
  | 'report.locked'
  | 'report.unlocked'
  | 'report.submitted'
  | 'report.returned'
  | 'report.accepted';

const who = 'report.manage' as const;

export const reportMachine: StateMachine<ReportState, ReportAction, ReportFact, Permission, ReportEvent> = {
  name: 'report',
  states: REPORT_STATES,
  actions: REPORT_ACTIONS,
  initial: 'not-open',
  final: ['accepted'],
  transitions: [
    { from: 'not-open', action: 'open', to: 'open', who, facts: ['period-ended'], event: 'report.opened' },
    { from: 'open', action: 'prepare', to: 'in-preparation', who, facts: [], event: 'report.preparation-begun' },
    {
      from: 'in-preparation',
      action: 'lock',
      to: 'locked',
      who,
      facts: ['late-deliverables-justified', 'milestones-estimated'],
      event: 'report.locked',
    },
    { from: 'locked', action: 'unlock', to: 'in-preparation', who, facts: [], event: 'report.unlocked' },
    { from: 'locked', action: 'submit', to: 'submitted', who, facts: [], event: 'report.submitted' },
    { from: 'submitted', action: 'record-return', to: 'returned', who, facts: [], event: 'report.returned' },
    { from: 'returned', action: 'prepare', to: 'in-preparation', who, facts: [], event: 'report.preparation-begun' },
    { from: 'submitted', action: 'record-acceptance', to: 'accepted', who, facts: [], event: 'report.accepted' },
  ],
};

/** With EACEA, so that nothing is owed. */
export const isReportWithEacea = (state: ReportState): boolean => state === 'submitted' || state === 'accepted';

/** What goes into a report may be written until it is locked, and again once it is unlocked or returned. */
export const isReportEditable = (state: ReportState): boolean => state !== 'locked' && !isReportWithEacea(state);
