import type { ReviewRequest, TaskPartRequest, WorkStatusRequest } from '@office/contracts';
import type { PaymentKind, PlainDate, ReportAction } from '@office/domain';

interface DeliverableStepBase {
  readonly at: Date;
  /** Number of the deliverable. */
  readonly deliverable: string;
}

/** One thing that is done to a deliverable; `by` is the short name of a board member's institution, `to` of whose comment is answered. */
export type DeliverableStep = DeliverableStepBase &
  (
    | { readonly kind: 'upload'; readonly version: string; readonly fileName: string; readonly note: string }
    | { readonly kind: 'open-review' | 'approve' | 'submit' | 'accept' }
    | { readonly kind: 'appoint' | 'close-round' }
    | { readonly kind: 'review'; readonly by: string; readonly review: ReviewRequest }
    | { readonly kind: 'sign-off' | 'request-changes'; readonly by: string }
    | { readonly kind: 'ask-revision'; readonly reason: string }
    | { readonly kind: 'recuse'; readonly by: string; readonly reason: string }
    | { readonly kind: 'answer'; readonly to: string; readonly text: string }
    | { readonly kind: 'agree'; readonly by: string; readonly agreed: boolean; readonly why: string }
  );

/** One status report of a work package or a task by who leads it. */
export interface WorkStep {
  readonly at: Date;
  readonly kind: 'work-package' | 'task';
  readonly number: string;
  readonly status: WorkStatusRequest;
}

/** What a partner says of its own part of a task. */
export interface PartStep {
  readonly at: Date;
  /** Number of the task. */
  readonly number: string;
  /** Short name of whose part it is. */
  readonly partner: string;
  readonly part: TaskPartRequest;
}

/** What a milestone's lead reports of it. */
export type MilestoneStep = { readonly at: Date; readonly milestone: string } & (
  { readonly achievedOn: PlainDate; readonly evidence: string } | { readonly estimate: PlainDate; readonly reason: string }
);

/** One step of the report on a period; before it is locked, what is missing in its check-list is written. */
export interface ReportStep {
  readonly at: Date;
  /** Number of the period. */
  readonly report: number;
  /** `pay`: the money for what was accepted has come. */
  readonly action: ReportAction | 'pay';
}

export interface DependencyStep {
  readonly at: Date;
  readonly successor: string;
  readonly predecessor: string;
}

/** One step of the demonstration's amendment, taken by the project coordinator on a day. */
export interface AmendmentStep {
  readonly at: Date;
  readonly amendment: 'prepare' | 'approve' | 'check-informally' | 'submit' | 'accept';
  readonly on: PlainDate;
}

/** Money that is expected, comes, is passed on and confirmed; what a partner needs before it can be paid. */
export type CashStep = { readonly at: Date } & (
  | {
      readonly cash: 'expect';
      readonly payment: string;
      readonly kind: PaymentKind;
      /** Null: as much as EACEA accepted. */
      readonly amountCents: number | null;
      readonly on: PlainDate;
      readonly period: number | null;
    }
  | { readonly cash: 'receive'; readonly payment: string; readonly on: PlainDate }
  | { readonly cash: 'send' | 'confirm'; readonly payment: string; readonly partner: string; readonly on: PlainDate }
  | { readonly cash: 'accede' | 'submit-approval'; readonly partner: string; readonly on: PlainDate }
  | { readonly cash: 'approve'; readonly partner: string; readonly on: PlainDate; readonly submittedOn: PlainDate }
);

export type LifeStep = CashStep | AmendmentStep | DeliverableStep | WorkStep | PartStep | MilestoneStep | ReportStep | DependencyStep;
