import type {
  AmendmentEvent,
  ClaimEvent,
  DeliverableEvent,
  DistributionEvent,
  MilestoneEvent,
  ReportEvent,
  RoundEvent,
} from '@office/domain';

/** Everything that the audit log of a project tells of. */
export type EventCode =
  | AmendmentEvent
  | DeliverableEvent
  | MilestoneEvent
  | ReportEvent
  | ClaimEvent
  | DistributionEvent
  | 'cash.terms-changed'
  | 'payment.expected'
  | 'payment.received'
  | 'distribution.planned'
  | 'beneficiary.acceded'
  | 'approval.recorded'
  | RoundEvent
  | 'project.imported'
  | 'member.enrolled'
  | 'person.erased'
  | 'retention.final-payment'
  | 'retention.hold-placed'
  | 'retention.hold-lifted'
  | 'work-package.status-updated'
  | 'task.status-updated'
  | 'task.part-updated'
  | 'task.evidence-added'
  | 'task.evidence-removed'
  | 'deliverable.justified'
  | 'dependency.added'
  | 'dependency.removed'
  | 'amendment.prepared'
  | 'amendment.changed'
  | 'amendment.in-force'
  | 'agreement.signed'
  | 'plan.changed'
  | 'check.confirmed'
  | 'comment.answered'
  | 'comment.agreed'
  | 'comment.contested'
  | 'reviewers.appointed'
  | 'board.rules-changed'
  | 'board.members-changed';
