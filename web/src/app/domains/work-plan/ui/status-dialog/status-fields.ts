import type { WorkStatus } from '@office/domain';
import type { ConflictField } from '../../../../shared/ui-conflict/conflict';
import { workChip } from '../../../../shared/ui-status-chip/status-words';

/** Two statuses of the same work, field by field. */
export const statusFields = (mine: WorkStatus, theirs: WorkStatus): readonly ConflictField[] => [
  { label: $localize`:@@status.state:State`, mine: workChip(mine.state).word, theirs: workChip(theirs.state).word },
  { label: $localize`:@@status.progress:Progress, percent`, mine: String(mine.progress), theirs: String(theirs.progress) },
  { label: $localize`:@@status.narrative:What happened, what comes next`, mine: mine.narrative, theirs: theirs.narrative },
];
