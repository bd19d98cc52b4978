import { computed, inject, Injectable } from '@angular/core';
import type { BoardMembersRequest, BoardRulesView, QualityBoardView } from '@office/contracts';
import { mayManageBoard } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { NavCounts } from '../../../shared/util-nav/nav-counts';
import { SessionStore } from '../../../shared/util-session/session-store';
import { partsOf } from '../data/queue';

const NO_BOARD = { members: [], open: [] } satisfies Partial<QualityBoardView>;

/** The board as the person sees it: what awaits her verdict, what is open besides, what was decided. */
@Injectable()
export class QualityBoardStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);

  readonly page = pageResource<QualityBoardView>(() => this.#api.url('quality-board'));
  readonly parts = computed(() => partsOf(this.page.data() ?? NO_BOARD, this.#session.actor()));
  readonly personId = computed(() => this.#session.actor()?.personId ?? null);
  /** Whether the person may change rules, members and reviewers. */
  readonly manages = computed(() => {
    const [view, actor] = [this.page.data(), this.#session.actor()];
    return view !== undefined && actor !== null && mayManageBoard(actor, view.members);
  });

  saveRules(rules: BoardRulesView, version: number): Promise<WriteResult<QualityBoardView>> {
    return this.#api.put(['quality-board', 'rules'], { body: rules, version });
  }

  saveMembers(members: BoardMembersRequest, version: number): Promise<WriteResult<QualityBoardView>> {
    return this.#api.put(['quality-board', 'members'], { body: members, version });
  }

  constructor() {
    inject(NavCounts).lend(
      'quality-board',
      computed(() => this.parts().mine.length),
    );
  }
}
