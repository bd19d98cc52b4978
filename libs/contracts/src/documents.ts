import type { CheckState, ConfirmableCheck, FileKind, SignOffCheck, TextReading } from '@office/domain';
import type { PersonRef } from './common.js';

/** One line of "Before sign-off". */
export interface SignOffCheckView {
  check: SignOffCheck;
  state: CheckState;
  /** Who confirmed it, null when the office found it or nobody has. */
  by: PersonRef | null;
  at: string | null;
}

/** `POST .../versions/{versionId}/confirmations`: somebody has looked at the file and says so; never taken back. */
export interface ConfirmationRequest {
  check: ConfirmableCheck;
}

/** `GET .../versions/{versionId}/preview`: what can be shown of a file without opening it. */
export interface PreviewView {
  number: string;
  fileName: string;
  sizeBytes: number;
  /** Whether its pages can be drawn from `.../file`, in a frame that has no rights. */
  pages: boolean;
  /** Null when it could not be read; `reading` says why. */
  text: string | null;
  /** The text is longer than is shown. */
  cut: boolean;
  reading: TextReading;
}

/** One of two versions that are compared. */
export interface ComparedVersionView {
  id: string;
  number: string;
  fileName: string;
  kind: FileKind | null;
  sizeBytes: number;
  /** Null where the kind has no pages or the file was not read. */
  pages: number | null;
  author: PersonRef;
  createdAt: string;
  note: string;
  reading: TextReading;
}

export interface DifferencePiece {
  text: string;
  changed: boolean;
}

/**
 * A part of the text: a paragraph that is in both, how many of those were left out, or what stood there and what stands
 * there now; one side is empty where a paragraph came or went whole.
 */
export type DifferenceBlock =
  | { kind: 'same'; text: string }
  | { kind: 'skipped'; paragraphs: number }
  | { kind: 'changed'; from: DifferencePiece[]; to: DifferencePiece[] };

export interface TextDifferenceView {
  addedWords: number;
  removedWords: number;
  /** More differs than is shown. */
  cut: boolean;
  blocks: DifferenceBlock[];
}

/** Ids of two versions, in either order of time. */
export interface ComparisonQuery {
  from: string;
  to: string;
}

/** `GET /deliverables/{id}/comparison?from=&to=` */
export interface ComparisonView {
  deliverable: { id: string; number: string; title: string };
  from: ComparedVersionView;
  to: ComparedVersionView;
  /** Null when one of the two has no text, or the comparison took too long. */
  text: TextDifferenceView | null;
  /** All versions, the newest first, to choose others. */
  versions: { id: string; number: string; fileName: string; createdAt: string }[];
}
