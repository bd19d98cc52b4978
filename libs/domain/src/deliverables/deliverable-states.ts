import type { Permission } from '../access/permissions.js';
import type { StateMachine } from '../kernel/state-machine.js';

/** Internal life of a deliverable, from the plan to EACEA's word (handbook 6.1). */
export const DELIVERABLE_STATES = [
  'planned',
  'drafting',
  'in-review',
  'changes-requested',
  'signed-off',
  'approved',
  'submitted',
  'revision-requested',
  'accepted',
] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];

export const DELIVERABLE_ACTIONS = [
  'upload-version',
  'open-review',
  'request-changes',
  'sign-off',
  'approve',
  'submit',
  'record-revision-request',
  'record-acceptance',
] as const;
export type DeliverableAction = (typeof DELIVERABLE_ACTIONS)[number];

/** What must hold before a step. */
export type DeliverableFact = 'has-version' | 'has-new-version' | 'not-infected' | 'outcome-is-sign-off' | 'outcome-is-changes';

export type DeliverableEvent =
  | 'deliverable.version-uploaded'
  | 'deliverable.review-opened'
  | 'deliverable.changes-requested'
  | 'deliverable.signed-off'
  | 'deliverable.approved'
  | 'deliverable.submitted'
  | 'deliverable.revision-requested'
  | 'deliverable.accepted';

export const deliverableMachine: StateMachine<DeliverableState, DeliverableAction, DeliverableFact, Permission, DeliverableEvent> = {
  name: 'deliverable',
  states: DELIVERABLE_STATES,
  actions: DELIVERABLE_ACTIONS,
  initial: 'planned',
  final: ['accepted'],
  transitions: [
    ...(['planned', 'drafting', 'changes-requested', 'revision-requested'] as const).map((from) => ({
      from,
      action: 'upload-version' as const,
      to: 'drafting' as const,
      who: 'deliverable.upload-version' as const,
      facts: [],
      event: 'deliverable.version-uploaded' as const,
    })),
    {
      from: 'drafting',
      action: 'open-review',
      to: 'in-review',
      who: 'deliverable.open-review',
      facts: ['has-version', 'has-new-version', 'not-infected'],
      event: 'deliverable.review-opened',
    },
    {
      from: 'in-review',
      action: 'request-changes',
      to: 'changes-requested',
      who: 'deliverable.request-changes',
      facts: ['outcome-is-changes'],
      event: 'deliverable.changes-requested',
    },
    {
      from: 'in-review',
      action: 'sign-off',
      to: 'signed-off',
      who: 'deliverable.sign-off',
      facts: ['outcome-is-sign-off', 'not-infected'],
      event: 'deliverable.signed-off',
    },
    { from: 'signed-off', action: 'approve', to: 'approved', who: 'deliverable.approve', facts: [], event: 'deliverable.approved' },
    { from: 'approved', action: 'submit', to: 'submitted', who: 'deliverable.submit', facts: [], event: 'deliverable.submitted' },
    {
      from: 'submitted',
      action: 'record-revision-request',
      to: 'revision-requested',
      who: 'deliverable.record-answer',
      facts: [],
      event: 'deliverable.revision-requested',
    },
    {
      from: 'submitted',
      action: 'record-acceptance',
      to: 'accepted',
      who: 'deliverable.record-answer',
      facts: [],
      event: 'deliverable.accepted',
    },
  ],
};

/** The word of the EU portal for the same deliverable (handbook 2.3). */
export const PORTAL_STATES = ['pending', 'draft', 'submitted', 'accepted'] as const;
export type PortalState = (typeof PORTAL_STATES)[number];

export function portalStateOf(state: DeliverableState): PortalState {
  switch (state) {
    case 'accepted':
      return 'accepted';
    case 'submitted':
      return 'submitted';
    case 'approved':
      return 'draft';
    case 'planned':
    case 'drafting':
    case 'in-review':
    case 'changes-requested':
    case 'signed-off':
    case 'revision-requested':
      return 'pending';
  }
}

/** Steps of the picture on a deliverable's page, in order. */
export const DELIVERABLE_STEPS = ['planned', 'drafting', 'in-review', 'signed-off', 'approved', 'submitted', 'accepted'] as const;
export type DeliverableStep = (typeof DELIVERABLE_STEPS)[number];

/** The step a state stands on; changes and revisions asked for lead back to drafting. */
export const stepOf = (state: DeliverableState): DeliverableStep =>
  state === 'changes-requested' || state === 'revision-requested' ? 'drafting' : state;
