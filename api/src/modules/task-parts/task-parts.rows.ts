import type {
  BeneficiaryRef,
  CompletionView,
  DiaryEntry,
  DiarySubject,
  EvidenceView,
  TaskPartView,
  WorkPackageDiaryView,
} from '@office/contracts';
import type { DiaryPoint, PlainDate, ScanVerdict, WorkState } from '@office/domain';

interface ProjectDates {
  readonly projectStart: PlainDate;
  readonly deadlineTimeZone: string;
}

export interface TaskPartRow
  extends ProjectDates, Pick<TaskPartView, 'beneficiary' | 'state' | 'note' | 'criteria' | 'version' | 'updatedBy'> {
  readonly task: Omit<TaskPartView['task'], 'startsOn' | 'dueOn'>;
  readonly evidence: (Omit<EvidenceView, 'scan'> & { readonly verdict: ScanVerdict | null })[];
  readonly updatedAt: Date | null;
}

export interface PartHead {
  readonly number: string;
  readonly title: string;
  /** Short name of whose part it is. */
  readonly partner: string;
  readonly version: number;
  readonly evidence: number;
}

export interface EvidenceFileRow {
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
}

export interface CompletionPartRow {
  readonly taskId: string;
  readonly number: string;
  readonly title: string;
  readonly startMonth: number;
  readonly endMonth: number;
  readonly beneficiaryId: string;
  readonly state: WorkState;
  readonly note: string;
  readonly evidence: number;
}

export interface CompletionRow extends ProjectDates, Pick<CompletionView, 'workPackage' | 'currency'> {
  readonly parts: CompletionPartRow[];
  readonly partners: { readonly ref: BeneficiaryRef; readonly shareCents: number }[];
}

export interface DiaryRow {
  readonly workPackage: WorkPackageDiaryView['workPackage'];
  readonly total: number;
  readonly entries: DiaryEntry[];
  readonly compared: { readonly subject: DiarySubject; readonly before: DiaryPoint | null; readonly after: DiaryPoint | null }[];
}
