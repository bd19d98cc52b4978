import type { ConflictField } from '../../../../shared/ui-conflict/conflict';
import { workChip } from '../../../../shared/ui-status-chip/status-words';
import { trafficLightWords } from '../../data/traffic-light-words';
import type { StatusDraft } from './status-draft';
import type { StatusSubject } from './status-subject';

/** Two statuses of the same work, field by field. */
export const statusFields = (kind: StatusSubject['kind'], mine: StatusDraft, theirs: StatusDraft): readonly ConflictField[] => [
  { label: $localize`:@@status.state:State`, mine: workChip(mine.state).word, theirs: workChip(theirs.state).word },
  { label: $localize`:@@status.progress:Progress, percent`, mine: String(mine.progress), theirs: String(theirs.progress) },
  { label: $localize`:@@status.overrideReason:Why the figures differ`, mine: mine.overrideReason, theirs: theirs.overrideReason },
  { label: $localize`:@@status.narrative:What happened, what comes next`, mine: mine.narrative, theirs: theirs.narrative },
  ...(kind === 'task' ? [] : workPackageFields(mine, theirs)),
];

const workPackageFields = (mine: StatusDraft, theirs: StatusDraft): readonly ConflictField[] => [
  {
    label: $localize`:@@status.trafficLight:Traffic light`,
    mine: trafficLightWords(mine.trafficLight),
    theirs: trafficLightWords(theirs.trafficLight),
  },
  { label: $localize`:@@status.nextSteps:Next steps`, mine: mine.nextSteps, theirs: theirs.nextSteps },
];
