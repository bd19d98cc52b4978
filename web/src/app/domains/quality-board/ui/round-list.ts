import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReviewQueueItem } from '@office/contracts';
import { dateIn, daysBetween, takesVerdicts } from '@office/domain';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { distanceWords } from '../../../shared/util-time/words';
import { exclusionWords } from '../data/board-words';
import { deadlineWords } from '../data/deadline-words';
import { type RoundStep, roundStep } from '../data/queue';
import { panelWords, roundStateWords } from '../data/rule-words';
import { QuorumBar } from './quorum-bar';

const STEP_WORDS: Record<NonNullable<RoundStep>, (version: string) => string> = {
  review: (version) => $localize`:@@board.review:Review version ${version}:version:`,
  'sign-off': (version) => $localize`:@@board.signOff:Sign off version ${version}:version:`,
  'request-changes': () => $localize`:@@board.requestChanges:Request changes`,
  decide: (version) => $localize`:@@board.decide:Decide on version ${version}:version:`,
};

/** Days before closing within which it is said loudly. */
const SOON_DAYS = 3;

/** Open review rounds, one under the other, each with what the person does next or why there is nothing to do. */
@Component({
  selector: 'office-round-list',
  imports: [QuorumBar, RouterLink, StatusChip],
  templateUrl: './round-list.html',
  styleUrl: './round-list.scss',
})
export class RoundList {
  readonly #clock = inject(OfficeClock);
  readonly items = input.required<readonly ReviewQueueItem[]>();
  readonly projectId = input.required<string>();
  /** Whether the person has a seat on the board. */
  readonly seated = input(false, { transform: booleanAttribute });
  /** Whether the person chairs it. */
  readonly chair = input(false);

  protected readonly lines = computed(() =>
    this.items().map((item) => {
      const step = roundStep(item, { seated: this.seated(), chair: this.chair() });
      return {
        ...item,
        link: ['/p', this.projectId(), 'deliverables', item.deliverableId],
        step,
        stepWords: step && STEP_WORDS[step](item.versionNumber),
        reason: this.seated() && item.exclusion !== null ? exclusionWords(item.exclusion) : null,
        closes: deadlineWords(item.closesAt, this.#clock.deadlineZone(), this.#clock.personZone()),
        about: aboutWords(item),
        ...this.#standing(item),
      };
    }),
  );

  #standing({ closesAt, state }: ReviewQueueItem): { distance: string; look: 'over' | 'soon' | 'calm' } {
    if (!takesVerdicts(state)) return { distance: roundStateWords(state), look: 'over' };
    const today = this.#clock.today();
    const day = dateIn(this.#clock.deadlineZone(), new Date(closesAt));
    const distance = distanceWords(today, day);
    return {
      distance: state === 'extended' ? $localize`:@@board.extended:extended, ${distance}:distance:` : distance,
      look: daysBetween(today, day) <= SOON_DAYS ? 'soon' : 'calm',
    };
  }
}

/** What is out of the ordinary about who votes; empty where the whole board does. */
function aboutWords({ panel, reviewer }: ReviewQueueItem): string {
  const parts = [
    reviewer ? $localize`:@@board.youReview:you are appointed to review it` : '',
    panel === 'board' ? '' : $localize`:@@board.panelVotes:${panelWords(panel)}:panel: vote`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
