import type { PersonRef, SignOffCheckView } from '@office/contracts';
import { signOffChecks, textKindOf, type CheckConfirmation, type TextReading } from '@office/domain';
import type { ReadingRow } from './deliverable.rows.js';

/** What the check-list of one version is made of. */
export interface CheckListRow {
  readonly fileName: string;
  readonly reading: ReadingRow | null;
  readonly confirmations: readonly CheckConfirmation<PersonRef>[];
}

/** How far the reading of a file is; some kinds are never read. */
export const readingStateOf = (fileName: string, row: Pick<ReadingRow, 'reading'> | null): TextReading =>
  textKindOf(fileName) === null ? 'kind' : (row?.reading ?? 'waiting');

export const checkListOf = ({ fileName, reading, confirmations }: CheckListRow, openMajors: number): SignOffCheckView[] =>
  signOffChecks({
    fileName,
    reading: readingStateOf(fileName, reading),
    visibility: { statement: reading?.statement ?? false, disclaimer: reading?.disclaimer ?? false },
    confirmations: confirmations.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    openMajors,
  });
