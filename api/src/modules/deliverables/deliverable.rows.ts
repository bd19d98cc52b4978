import type {
  BeneficiaryRef,
  DeliverableHistoryItem,
  DeliverableRow,
  DeliverableVersionView,
  DeliverableView,
  PersonRef,
  ReviewCommentView,
  ReviewRoundView,
  ReviewView,
  SignOffView,
} from '@office/contracts';
import type { BoardRules, CheckConfirmation, DeliverableState, ScanVerdict, TextReading, VersionNumber } from '@office/domain';
import type { BoardSeat, Counted } from './board-seats.js';

type SameColumns = Pick<
  DeliverableRow,
  | 'id'
  | 'version'
  | 'number'
  | 'title'
  | 'type'
  | 'disseminationLevel'
  | 'dueMonth'
  | 'dueOn'
  | 'state'
  | 'late'
  | 'round'
  | 'part'
  | 'provenance'
>;

/** One row of the list, as flat as the statement answers it. */
export interface DeliverableListRow extends SameColumns {
  readonly workPackageId: string;
  readonly workPackageNumber: string;
  readonly workPackageTitle: string;
  readonly leadId: string;
  readonly leadShortName: string;
  readonly leadName: string;
  readonly major: number | null;
  readonly minor: number | null;
}

/** A comment's state follows from its answer and what the reviewer said of that. */
export type CommentRow = Omit<ReviewCommentView, 'state'>;

export interface ReviewRow extends Omit<ReviewView, 'comments'> {
  readonly comments: CommentRow[];
}

export interface RoundRow extends Omit<ReviewRoundView, 'versionNumber' | 'tally' | 'reviews' | 'carried'>, VersionNumber {
  readonly authorPersonId: string;
  readonly counted: Counted | null;
  readonly reviews: ReviewRow[];
}

/** Everything on the page of a deliverable; instants inside JSON come in the database's spelling. */
export interface DeliverableDetailRow extends DeliverableListRow {
  readonly answerReason: string | null;
  readonly authorPersonId: string | null;
  readonly contributors: BeneficiaryRef[];
  readonly stake: DeliverableView['stake'];
  readonly versions: (Omit<DeliverableVersionView, 'number' | 'mediaType' | 'scan'> &
    VersionNumber & { readonly verdict: ScanVerdict | null })[];
  readonly rounds: RoundRow[];
  readonly seats: BoardSeat[];
  /** Memberships that are appointed. */
  readonly reviewerIds: string[];
  readonly recusedPersonIds: string[];
  /** Null where there is no quality board. */
  readonly panelRules: BoardRules | null;
  readonly signOff: (Omit<SignOffView, 'versionNumber'> & VersionNumber) | null;
  readonly history: DeliverableHistoryItem[];
  readonly reading: ReadingRow | null;
  readonly confirmations: CheckConfirmation<PersonRef>[];
}

/** What reading a version's file told, without the text itself. */
export interface ReadingRow {
  readonly reading: Exclude<TextReading, 'waiting' | 'kind'>;
  readonly statement: boolean;
  readonly disclaimer: boolean;
  readonly pages: number | null;
}

/** What every step is decided on. */
export interface DeliverableHead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly leadBeneficiaryId: string;
  readonly state: DeliverableState;
  readonly version: number;
  readonly answerReason: string | null;
  readonly deadlineTimeZone: string;
  readonly latest: (VersionNumber & { readonly id: string; readonly sha256: string; readonly verdict: ScanVerdict | null }) | null;
  readonly lastRound: { readonly number: number; readonly versionId: string } | null;
}

export interface VersionFileRow {
  readonly leadBeneficiaryId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}
