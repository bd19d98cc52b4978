import { computed, inject, Injectable } from '@angular/core';
import type { QualityBoardView } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { NavCounts } from '../../../shared/util-nav/nav-counts';
import { SessionStore } from '../../../shared/util-session/session-store';
import { partOfVotesWords } from '../data/board-words';
import { partsOf } from '../data/queue';

const NO_BOARD: QualityBoardView = {
  rules: { quorumBasisPoints: 0, majorityBasisPoints: 0, reviewDays: 0 },
  members: [],
  open: [],
  closed: [],
};

/** The board as the person sees it: what awaits her verdict, what is open besides, what was decided. */
@Injectable()
export class QualityBoardStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #board = computed(() => this.page.data() ?? NO_BOARD);

  readonly page = pageResource<QualityBoardView>(() => this.#api.url('quality-board'));
  readonly parts = computed(() => partsOf(this.#board(), this.#session.actor()));
  readonly personId = computed(() => this.#session.actor()?.personId ?? null);
  readonly rules = computed(() => {
    const { quorumBasisPoints, majorityBasisPoints, reviewDays } = this.#board().rules;
    return { quorum: partOfVotesWords(quorumBasisPoints), majority: partOfVotesWords(majorityBasisPoints), days: reviewDays };
  });

  constructor() {
    inject(NavCounts).lend(
      'quality-board',
      computed(() => this.parts().mine.length),
    );
  }
}
