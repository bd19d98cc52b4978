import { computed, inject, Injectable } from '@angular/core';
import type { AmendmentRequest, AmendmentsView, AmendmentView } from '@office/contracts';
import { endOfDay, type PlainDate } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { agreementVersions } from '../data/versions';

/** The amendments of a project and the versions of its agreement, in one answer. */
@Injectable()
export class AmendmentsStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);

  readonly page = pageResource<AmendmentsView>(() => this.#api.url('amendments'));
  readonly versions = computed(() => {
    const view = this.page.data();
    return view ? agreementVersions(view) : [];
  });
  readonly mayPrepare = computed(() => this.#session.may('amendment.prepare'));
  readonly mayEdit = computed(() => this.#session.may('plan.edit'));
  /** Each amendment, with the instant at which its 45 days end while an answer is waited for. */
  readonly rows = computed(() => {
    const zone = this.#session.project()?.deadlineTimeZone;
    return (this.page.data()?.items ?? []).map((row) => ({
      ...row,
      answerDueAt:
        row.state === 'submitted' && row.answerDueOn !== null && zone !== undefined
          ? endOfDay(zone, row.answerDueOn as PlainDate).toISOString()
          : null,
    }));
  });

  prepare(body: AmendmentRequest): Promise<WriteResult<AmendmentView>> {
    return this.#api.post<AmendmentView>(['amendments'], { body });
  }
}
