import type {
  AmendmentState,
  ClaimState,
  DeclarationKind,
  DeliverableState,
  MilestoneState,
  PortalState,
  ReportState,
  Timeliness,
  Verdict,
  WorkState,
} from '@office/domain';

/** Colour and shape of a chip; every look has a shape of its own. */
export type ChipLook = 'planned' | 'drafting' | 'review' | 'changes' | 'done' | 'late' | 'sent' | 'stopped';

export interface ChipWords {
  readonly look: ChipLook;
  readonly word: string;
}

type Table<State extends string> = Record<State, () => ChipWords>;

const DELIVERABLE: Table<DeliverableState> = {
  planned: () => ({ look: 'planned', word: $localize`:@@state.planned:Planned` }),
  drafting: () => ({ look: 'drafting', word: $localize`:@@state.drafting:Drafting` }),
  'in-review': () => ({ look: 'review', word: $localize`:@@state.inReview:In review` }),
  'changes-requested': () => ({ look: 'changes', word: $localize`:@@state.changesRequested:Changes requested` }),
  'signed-off': () => ({ look: 'done', word: $localize`:@@state.signedOff:Signed off` }),
  approved: () => ({ look: 'done', word: $localize`:@@state.approved:Approved` }),
  submitted: () => ({ look: 'sent', word: $localize`:@@state.submitted:Submitted` }),
  'revision-requested': () => ({ look: 'changes', word: $localize`:@@state.revisionRequested:Revision requested` }),
  accepted: () => ({ look: 'done', word: $localize`:@@state.accepted:Accepted` }),
};

const WORK: Table<WorkState> = {
  'not-started': () => ({ look: 'planned', word: $localize`:@@state.notStarted:Not started` }),
  'in-progress': () => ({ look: 'drafting', word: $localize`:@@state.inProgress:In progress` }),
  blocked: () => ({ look: 'stopped', word: $localize`:@@state.blocked:Blocked` }),
  done: () => ({ look: 'done', word: $localize`:@@state.done:Done` }),
};

const TIMELINESS: Table<Timeliness> = {
  planned: () => ({ look: 'planned', word: $localize`:@@timeliness.planned:Planned` }),
  'should-have-started': () => ({ look: 'changes', word: $localize`:@@timeliness.shouldHaveStarted:Should have started` }),
  'on-time': () => ({ look: 'drafting', word: $localize`:@@timeliness.onTime:On time` }),
  'at-risk': () => ({ look: 'changes', word: $localize`:@@timeliness.atRisk:At risk` }),
  late: () => ({ look: 'late', word: $localize`:@@timeliness.late:Late` }),
  done: () => ({ look: 'done', word: $localize`:@@timeliness.done:Done` }),
};

const VERDICT: Table<Verdict> = {
  accept: () => ({ look: 'done', word: $localize`:@@verdict.accept:Accept` }),
  'minor-changes': () => ({ look: 'changes', word: $localize`:@@verdict.minorChanges:Minor changes` }),
  'major-changes': () => ({ look: 'stopped', word: $localize`:@@verdict.majorChanges:Major changes` }),
  reject: () => ({ look: 'late', word: $localize`:@@verdict.reject:Reject` }),
};

const PORTAL: Table<PortalState> = {
  pending: () => ({ look: 'planned', word: $localize`:@@portal.pending:Pending` }),
  draft: () => ({ look: 'drafting', word: $localize`:@@portal.draft:Draft` }),
  submitted: () => ({ look: 'sent', word: $localize`:@@portal.submitted:Submitted` }),
  accepted: () => ({ look: 'done', word: $localize`:@@portal.accepted:Accepted` }),
};

const MILESTONE: Table<MilestoneState> = {
  open: () => ({ look: 'planned', word: $localize`:@@milestone.open:Open` }),
  'not-achieved': () => ({ look: 'changes', word: $localize`:@@milestone.notAchieved:Not achieved` }),
  achieved: () => ({ look: 'done', word: $localize`:@@milestone.achieved:Achieved` }),
};

const REPORT: Table<ReportState> = {
  'not-open': () => ({ look: 'planned', word: $localize`:@@report.notOpen:Not open` }),
  open: () => ({ look: 'drafting', word: $localize`:@@report.open:Open` }),
  'in-preparation': () => ({ look: 'drafting', word: $localize`:@@report.inPreparation:In preparation` }),
  locked: () => ({ look: 'review', word: $localize`:@@report.locked:Locked for review` }),
  submitted: () => ({ look: 'sent', word: $localize`:@@report.submitted:Submitted to EACEA` }),
  returned: () => ({ look: 'changes', word: $localize`:@@report.returned:Returned for changes` }),
  accepted: () => ({ look: 'done', word: $localize`:@@report.accepted:Accepted` }),
};

const AMENDMENT: Table<AmendmentState> = {
  draft: () => ({ look: 'drafting', word: $localize`:@@amendment.draft:Draft` }),
  'consortium-approved': () => ({ look: 'review', word: $localize`:@@amendment.approved:Approved by the consortium` }),
  'informally-checked': () => ({ look: 'review', word: $localize`:@@amendment.checked:Checked informally` }),
  submitted: () => ({ look: 'sent', word: $localize`:@@amendment.submitted:Submitted` }),
  accepted: () => ({ look: 'done', word: $localize`:@@amendment.accepted:Accepted` }),
  rejected: () => ({ look: 'late', word: $localize`:@@amendment.rejected:Rejected` }),
  lapsed: () => ({ look: 'late', word: $localize`:@@amendment.lapsed:Lapsed` }),
  withdrawn: () => ({ look: 'stopped', word: $localize`:@@amendment.withdrawn:Withdrawn` }),
};

const DECLARATION: Table<DeclarationKind> = {
  'not-completed': () => ({ look: 'planned', word: $localize`:@@declaration.not:Not completed` }),
  completed: () => ({ look: 'done', word: $localize`:@@declaration.completed:Completed` }),
  'partially-completed': () => ({ look: 'changes', word: $localize`:@@declaration.partly:Partially completed` }),
};

/** EACEA's word on a declared work package; before it has one, that it waits. */
const CLAIM: Table<ClaimState> = {
  draft: () => ({ look: 'planned', word: $localize`:@@claim.draft:Not with EACEA` }),
  'under-assessment': () => ({ look: 'sent', word: $localize`:@@claim.underAssessment:Under assessment` }),
  accepted: () => ({ look: 'done', word: $localize`:@@claim.accepted:Accepted` }),
  'partly-accepted': () => ({ look: 'changes', word: $localize`:@@claim.partlyAccepted:Accepted in part` }),
  rejected: () => ({ look: 'late', word: $localize`:@@claim.rejected:Rejected` }),
  paid: () => ({ look: 'done', word: $localize`:@@claim.paid:Accepted` }),
};

export const deliverableChip = (state: DeliverableState): ChipWords => DELIVERABLE[state]();
export const workChip = (state: WorkState): ChipWords => WORK[state]();
export const timelinessChip = (timeliness: Timeliness): ChipWords => TIMELINESS[timeliness]();
export const verdictChip = (verdict: Verdict): ChipWords => VERDICT[verdict]();
export const portalChip = (state: PortalState): ChipWords => PORTAL[state]();
export const lateChip = (): ChipWords => TIMELINESS.late();
export const milestoneChip = (state: MilestoneState): ChipWords => MILESTONE[state]();
export const reportChip = (state: ReportState): ChipWords => REPORT[state]();
export const amendmentChip = (state: AmendmentState): ChipWords => AMENDMENT[state]();
export const declarationChip = (kind: DeclarationKind): ChipWords => DECLARATION[kind]();
export const claimChip = (state: ClaimState): ChipWords => CLAIM[state]();
