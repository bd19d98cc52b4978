import type { RibbonMark } from '@office/contracts';
import { type ChipWords, deliverableChip, lateChip, milestoneChip, reportChip } from '../../../shared/ui-status-chip/status-words';

/** Colour and word of a mark: lateness first, then the state; of a milestone or a report whether it is done. */
export function markLook(mark: RibbonMark): ChipWords {
  if (mark.late) return lateChip();
  if (mark.state !== null) return deliverableChip(mark.state);
  if (mark.kind === 'milestone' && mark.done) return milestoneChip('achieved');
  if (mark.kind === 'report' && mark.done) return reportChip('submitted');
  return mark.kind === 'milestone'
    ? { look: 'planned', word: $localize`:@@mark.milestone:Milestone` }
    : { look: 'planned', word: $localize`:@@mark.report:Report to EACEA` };
}
