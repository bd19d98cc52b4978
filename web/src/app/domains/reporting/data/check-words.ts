import type { ReportView } from '@office/contracts';
import type { LockCheck, LockCheckKind } from '@office/domain';

const WORDS: Record<LockCheckKind, () => string> = {
  'period-ended': () => $localize`:@@check.periodEnded:The period has ended`,
  'late-deliverables-justified': () => $localize`:@@check.justified:Every late deliverable is justified`,
  'milestones-estimated': () => $localize`:@@check.estimated:Every milestone that was due is achieved or has a new estimate`,
  'work-packages-described': () => $localize`:@@check.described:Work packages that ended are described by their lead`,
};

/** One line of the check-list: what it asks for, whether it is done, and the numbers of what is missing. */
export interface CheckLine {
  readonly kind: LockCheckKind;
  readonly word: string;
  readonly done: boolean;
  readonly required: boolean;
  readonly missing: string;
}

export function checkLines({ checks, deliverables, milestones, workPackages }: ReportView): CheckLine[] {
  const numbers = new Map([...deliverables, ...milestones, ...workPackages].map(({ id, number }) => [id, number]));
  const line = ({ kind, done, required, missing }: LockCheck): CheckLine => {
    return { kind, done, required, word: WORDS[kind](), missing: missing.map((id) => numbers.get(id) ?? '').join(', ') };
  };
  return checks.map(line);
}
