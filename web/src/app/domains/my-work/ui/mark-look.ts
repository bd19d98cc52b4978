import type { RibbonMark } from '@office/contracts';
import { type ChipWords, deliverableChip, lateChip } from '../../../shared/ui-status-chip/status-words';

/** Colour and word of a mark: lateness first, then the state; milestones and reports have no state of their own. */
export function markLook(mark: RibbonMark): ChipWords {
  if (mark.late) return lateChip();
  if (mark.state !== null) return deliverableChip(mark.state);
  return mark.kind === 'milestone'
    ? { look: 'planned', word: $localize`:@@mark.milestone:Milestone` }
    : { look: 'planned', word: $localize`:@@mark.report:Report to EACEA` };
}
