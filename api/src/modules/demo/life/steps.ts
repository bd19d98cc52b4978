import type { ReviewRequest, WorkStatusRequest } from '@office/contracts';

interface DeliverableStepBase {
  readonly at: Date;
  /** Number of the deliverable. */
  readonly deliverable: string;
}

/** One thing that somebody does to a deliverable; `by` is the short name of a board member's institution. */
export type DeliverableStep = DeliverableStepBase &
  (
    | { readonly kind: 'upload'; readonly version: string; readonly fileName: string; readonly note: string }
    | { readonly kind: 'open-review' | 'approve' | 'submit' | 'accept' }
    | { readonly kind: 'review'; readonly by: string; readonly review: ReviewRequest }
    | { readonly kind: 'sign-off' | 'request-changes'; readonly by: string }
    | { readonly kind: 'ask-revision'; readonly reason: string }
  );

/** One status report of a work package or a task by who leads it. */
export interface WorkStep {
  readonly at: Date;
  readonly kind: 'work-package' | 'task';
  readonly number: string;
  readonly status: WorkStatusRequest;
}

export type LifeStep = DeliverableStep | WorkStep;
