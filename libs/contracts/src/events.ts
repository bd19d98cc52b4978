import type { AmendmentEvent, DeliverableEvent, MilestoneEvent, ReportEvent } from '@office/domain';

/** Everything that the audit log of a project tells of. */
export type EventCode =
  | AmendmentEvent
  | DeliverableEvent
  | MilestoneEvent
  | ReportEvent
  | 'project.imported'
  | 'member.enrolled'
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
  | 'review.sent';
