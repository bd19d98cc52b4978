import type { TextDifferenceView } from '@office/contracts';
import type { TextKind, TextRefusal } from '@office/domain';

/** What crosses between the server and the thread that reads. */
export type ReadingJob =
  | { readonly job: 'read'; readonly kind: TextKind; readonly bytes: Uint8Array }
  | { readonly job: 'compare'; readonly from: string; readonly to: string };

export interface ReadText {
  readonly text: string;
  readonly pages: number | null;
  /** There is more than was kept. */
  readonly cut: boolean;
}

export interface ReadingAnswers {
  readonly read: ReadText | TextRefusal;
  /** Null when it would take too long. */
  readonly compare: TextDifferenceView | null;
}
