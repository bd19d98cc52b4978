import type {
  AmendmentAction,
  AmendmentClause,
  AmendmentState,
  Classification,
  ClassificationFacts,
  ClassifiedPlanChange,
  Plan,
  PlanChange,
  PlanDifference,
  PlanFinding,
} from '@office/domain';
import type { BeneficiaryRef, PersonRef, Versioned, WithProvenance } from './common.js';
import type { EventCode } from './events.js';

/**
 * Where the agreement stands. Version 0 is the plan as signed, version n the plan after amendment n; the baseline that
 * rows of the work plan are compared with is version 0. Its `version` is what a free change of the plan sends in `If-Match`.
 */
export interface AgreementView extends Versioned {
  /** Signed: from then on the plan changes by amendments, save for what is free. Before, the coordinator edits it. */
  locked: boolean;
  /** `YYYY-MM-DD`; null while it is being prepared. */
  lockedOn: string | null;
  /** Number of the last accepted amendment, 0 before the first: what the next one is prepared on. */
  agreed: number;
  /** Number of the last amendment in force; behind `agreed` while one waits for its date. */
  inForce: number;
}

/** One line of the list. */
export interface AmendmentRow extends Versioned, WithProvenance {
  id: string;
  title: string;
  /** By the clock: a submitted one without an answer after 45 days reads `lapsed`. */
  state: AmendmentState;
  /** "1" of an accepted one, "R1" of a rejected one, null of the others. */
  label: string | null;
  clauses: AmendmentClause[];
  changeCount: number;
  /** Version of the agreement that it was prepared on. */
  preparedOn: number;
  /** Another amendment was accepted since: open it again as a draft and save it. Never of a decided one. */
  stale: boolean;
  createdAt: string;
  createdBy: PersonRef;
  /** Dates are `YYYY-MM-DD`. */
  approvedOn: string | null;
  checkedOn: string | null;
  submittedOn: string | null;
  /** Last of the 45 days; null before the submission. */
  answerDueOn: string | null;
  /** Day of EACEA's answer. */
  decidedOn: string | null;
  effectiveOn: string | null;
  /** Accepted, and its date has come. */
  inForce: boolean;
}

/** The page "Amendments" in one answer: undecided first, then newest first. */
export interface AmendmentsView {
  agreement: AgreementView;
  items: AmendmentRow[];
}

/** One step of an amendment's life, newest first. */
export interface AmendmentHistoryItem {
  at: string;
  by: PersonRef | null;
  event: EventCode;
  detail: Record<string, string | number>;
}

/** The page of an amendment in one answer. */
export interface AmendmentView extends AmendmentRow {
  justification: string;
  agreement: AgreementView;
  changes: ClassifiedPlanChange[];
  /** What changed, side by side; ids of beneficiaries and work packages are named by `names`. */
  differences: PlanDifference[];
  /**
   * What the changes bring about: errors keep it from being approved, warnings are told. Of an accepted one that
   * waits for its date, what would hold it back then; otherwise empty of a decided one.
   */
  findings: PlanFinding[];
  /** Short names of beneficiaries and numbers of work packages, by id. */
  names: Record<string, string>;
  /** Decision of the steering committee. */
  approvalReference: string | null;
  /** What the project officer said informally. */
  checkNote: string | null;
  /** Why it was rejected. */
  reason: string | null;
  history: AmendmentHistoryItem[];
  /** What the machine allows next, whoever looks; whether the person may is asked of `can`. */
  actions: AmendmentAction[];
}

/** `POST .../amendments` and, with `If-Match`, `PUT .../amendments/{id}/changes` (drafts only; saving prepares it anew on the plan as agreed now). */
export interface AmendmentRequest {
  title: string;
  justification: string;
  changes: PlanChange[];
}

/** `POST .../amendments/{id}/consortium-approval`, with `If-Match`. */
export interface ConsortiumApprovalRequest {
  /** Day of the decision, `YYYY-MM-DD`, not in the future. */
  on: string;
  /** Where the decision is written: "Steering committee, minutes of 12 March, item 4". */
  reference: string;
}

/** `POST .../amendments/{id}/informal-check`, with `If-Match`. */
export interface InformalCheckRequest {
  on: string;
  note: string;
}

/** `POST .../amendments/{id}/submission`, with `If-Match`. */
export interface SubmissionRequest {
  on: string;
}

/** `POST .../amendments/{id}/acceptance`, with `If-Match`. */
export interface AcceptanceRequest {
  /** Day of the last signature. */
  on: string;
  /** Day on which it takes effect; it may be earlier or later than the signature. */
  effectiveOn: string;
}

/** `POST .../amendments/{id}/rejection`, with `If-Match`. `withdrawal` and `reopening` take no body. */
export interface RejectionRequest {
  on: string;
  reason: string;
}

/** `POST .../plan-changes/classification`. */
export interface ClassificationRequest {
  changes: PlanChange[];
}

/** What intended changes need, and what the plan would be. Nothing is written. */
export interface ClassificationView {
  /** The most demanding of them. */
  class: Classification['class'];
  clauses: AmendmentClause[];
  changes: ClassifiedPlanChange[];
  /** What the changes bring about: errors refuse them, warnings are told. */
  findings: PlanFinding[];
  differences: PlanDifference[];
  names: Record<string, string>;
}

/** `POST .../plan-changes`, with `If-Match` of `AgreementView.version`: changes that are free, or any before the agreement is signed. */
export interface PlanChangesRequest {
  changes: PlanChange[];
  /** Who agreed, and where that is written; needed once the agreement is signed, otherwise it may be empty. */
  note: string;
}

/**
 * `GET .../plan-changes`: all that is needed to prepare changes with the functions of the domain (`applyChanges`,
 * `classify`, `planFindings`, `nextNumber`), the same that the API refuses with. ETag is the agreement's version.
 */
export interface PlanEditView extends Versioned {
  agreement: AgreementView;
  /** The plan as agreed: with accepted amendments whose date has not come yet. */
  plan: Plan;
  beneficiaries: BeneficiaryRef[];
  facts: ClassificationFacts;
  rowFacts: PlanRowFacts;
  /** Of the plan as it is. */
  findings: PlanFinding[];
}

/** What has happened to rows, so that they cannot be removed (`ChangeFacts` of the domain). */
export interface PlanRowFacts {
  beneficiaryIds: string[];
  /** Work packages that hold a lump-sum share. */
  shareIds: string[];
  /** Work packages, tasks and milestones that were reported on. */
  reportedIds: string[];
  /** Deliverables with an uploaded version. */
  versionIds: string[];
  /** Numbers of reporting periods that a report was begun on. */
  reportedPeriods: number[];
  /** Those of them whose report EACEA has, or has accepted: their months stand. */
  periodsWithEacea: number[];
  /** Work packages that EACEA accepted or paid. */
  acceptedIds: string[];
}

/** `POST .../agreement/signature`, with `If-Match` of `AgreementView.version`: from now on the plan is a contract. */
export interface SignatureRequest {
  /** Day of the signature, `YYYY-MM-DD`. */
  on: string;
}

/** One version of the agreement that stays readable: `GET .../work-plan/versions`, oldest first. */
export interface PlanVersionRef {
  /** 0 as signed, n after amendment n. */
  number: number;
  amendment: { id: string; label: string; title: string } | null;
  /** First day in force. */
  inForceFrom: string;
  /** Null while it is the last one. */
  inForceTo: string | null;
  inForce: boolean;
}

/** `GET .../work-plan/versions/{number}`: the plan as it was agreed then. */
export interface PlanVersionView extends PlanVersionRef {
  plan: Plan;
  /** What it changed against the version before; empty of version 0. */
  differences: PlanDifference[];
  names: Record<string, string>;
}
