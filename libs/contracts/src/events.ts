import type { DeliverableEvent } from '@office/domain';

/** Everything that the audit log of a project tells of. */
export type EventCode =
  DeliverableEvent | 'project.imported' | 'member.enrolled' | 'work-package.status-updated' | 'task.status-updated' | 'review.sent';
