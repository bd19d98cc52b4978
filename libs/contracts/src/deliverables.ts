import type {
  DeliverablePart,
  DeliverableState,
  DeliverableType,
  DisseminationLevel,
  FileScan,
  Panel,
  PortalState,
  TextReading,
  Verdict,
} from '@office/domain';
import type { BeneficiaryRef, PersonRef, Versioned, WithProvenance } from './common.js';
import type { SignOffCheckView } from './documents.js';
import type { EventCode } from './events.js';
import type { BoardMemberView, BoardRulesView, ReviewRoundView } from './quality-board.js';

export interface DeliverableRow extends Versioned, WithProvenance {
  id: string;
  number: string;
  title: string;
  workPackage: { id: string; number: string; title: string };
  lead: BeneficiaryRef;
  type: DeliverableType;
  disseminationLevel: DisseminationLevel;
  dueMonth: number;
  dueOn: string;
  state: DeliverableState;
  portalState: PortalState;
  late: boolean;
  /** Number of the newest version ("0.3"), null when nothing was uploaded. */
  latestVersion: string | null;
  /** Round that is open, or the last one; null before the first. */
  round: number | null;
  /** What the signed-in person's beneficiary has to do with it; null when nothing. */
  part: DeliverablePart | null;
}

/** Filters of `GET /deliverables`; `part` is seen from the signed-in person's beneficiary. */
export interface DeliverableQuery {
  workPackage?: string;
  lead?: string;
  state?: DeliverableState;
  part?: DeliverablePart;
  late?: boolean;
  text?: string;
  offset?: number;
  limit?: number;
}

export interface DeliverableVersionView {
  id: string;
  /** "0.3" */
  number: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** 64 hex digits. */
  sha256: string;
  /** While it is being checked, and when it is infected, the file is handed to nobody. */
  scan: FileScan;
  note: string;
  author: PersonRef;
  createdAt: string;
}

/** What a sign-off was bound to in the moment it was given. */
export interface SignOffBinding {
  /** As whom the person signed. */
  role: 'chair' | 'member' | 'alternate';
  institution: BeneficiaryRef;
  panel: Panel;
  /** Whether the votes decided, or the chair for want of a quorum. */
  decidedBy: 'vote' | 'chair';
  verdicts: { reviewId: string; beneficiary: string; verdict: Verdict; sentAt: string }[];
  rules: BoardRulesView;
}

export interface SignOffView {
  id: string;
  round: number;
  versionNumber: string;
  sha256: string;
  by: PersonRef;
  at: string;
  inFavour: number;
  cast: number;
  eligible: number;
  /** Null for a sign-off that is older than the binding. */
  bound: SignOffBinding | null;
}

/** One step of the deliverable's life, newest first. */
export interface DeliverableHistoryItem {
  at: string;
  by: PersonRef | null;
  event: EventCode;
  detail: Record<string, string | number>;
}

/** The page of a deliverable in one answer. */
export interface DeliverableView extends DeliverableRow {
  contributors: BeneficiaryRef[];
  /** Lump sum of its work package and how many beneficiaries share it. */
  stake: { currency: string; cents: number; beneficiaries: number };
  /** The EU's reason, when it asked for a revision. */
  answerReason: string | null;
  versions: DeliverableVersionView[];
  rounds: ReviewRoundView[];
  /** Major comments of any round that are not agreed: none may be left when it is signed off. */
  openMajorComments: number;
  /** Who votes in the open round or, where none is open, would on the newest version; with who is excluded and why. */
  board: BoardMemberView[];
  /** Before sign-off, of the newest version; empty before the first. */
  checks: SignOffCheckView[];
  /** How far the text of the newest version was read; null before the first. */
  reading: TextReading | null;
  signOff: SignOffView | null;
  history: DeliverableHistoryItem[];
}

/** `POST .../acceptance` and `POST .../revision-request`, with `If-Match`. */
export interface RevisionRequest {
  reason: string;
}
