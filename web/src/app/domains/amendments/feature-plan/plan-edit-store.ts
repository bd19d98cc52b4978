import { computed, inject, Injectable } from '@angular/core';
import type { PlanEditView } from '@office/contracts';
import type { PlanChange } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { currentOf, ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { namesOfPlan } from '../data/names';

/** The plan, changed at once: any of it before the agreement is signed, afterwards what needs no amendment. */
@Injectable()
export class PlanEditStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);

  readonly page = pageResource<PlanEditView>(() => this.#api.url('plan-changes'));
  readonly names = computed(() => {
    const view = this.page.data();
    return view ? namesOfPlan(view, view.plan) : null;
  });
  readonly mayEdit = computed(() => this.#session.may('plan.edit'));
  readonly today = this.#session.today;

  async apply(change: PlanChange, note: string): Promise<ReadProblem | null> {
    return this.#shown(
      await this.#api.post<PlanEditView>(['plan-changes'], { body: { changes: [change], note }, version: this.#version() }),
    );
  }

  /** From now on the plan changes by amendments. */
  async sign(on: string): Promise<ReadProblem | null> {
    return this.#shown(await this.#api.post<PlanEditView>(['agreement', 'signature'], { body: { on }, version: this.#version() }));
  }

  #version(): number {
    return this.page.data()?.version ?? 0;
  }

  #shown(result: WriteResult<PlanEditView>): ReadProblem | null {
    const current = result.ok ? result.value : (currentOf(result.problem) as PlanEditView | undefined);
    if (current) this.page.set(current);
    // The frame tells how long the project lasts.
    if (current && current.plan.durationMonths !== this.#session.project()?.durationMonths) void this.#session.refresh();
    return result.ok ? null : result.problem;
  }
}
