import type { DeliverableState, PortalState, Timeliness, Verdict, WorkState } from '@office/domain';

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

export const deliverableChip = (state: DeliverableState): ChipWords => DELIVERABLE[state]();
export const workChip = (state: WorkState): ChipWords => WORK[state]();
export const timelinessChip = (timeliness: Timeliness): ChipWords => TIMELINESS[timeliness]();
export const verdictChip = (verdict: Verdict): ChipWords => VERDICT[verdict]();
export const portalChip = (state: PortalState): ChipWords => PORTAL[state]();
export const lateChip = (): ChipWords => TIMELINESS.late();
