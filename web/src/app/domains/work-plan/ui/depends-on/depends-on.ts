import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DependsOnView, WorkPackagePlan } from '@office/contracts';
import { Icon } from '../../../../shared/ui-icon/icon';
import { problemWords } from '../../../../shared/util-http/problem-words';
import { ProjectApi } from '../../../../shared/util-http/project-api';
import { plural } from '../../../../shared/util-locale/format';
import { SessionStore } from '../../../../shared/util-session/session-store';
import { candidatesFor, endsOf } from './plan-links';

let nextId = 1;

/** "3 months later than planned" */
const slipWords = (months: number): string =>
  plural(months, {
    one: $localize`:@@dependsOn.slipMonth:ends a month later than planned`,
    other: $localize`:@@dependsOn.slipMonths:ends ${months}:count: months later than planned`,
  });

/**
 * What a task or a deliverable waits for, and by how much that moves it; who leads it and the project coordinator add and
 * remove. It writes itself and says `changed`: the slip of other rows moves too, so the plan is to be read anew.
 */
@Component({
  selector: 'office-depends-on',
  imports: [Icon, MatButton, RouterLink],
  templateUrl: './depends-on.html',
  styleUrl: './depends-on.scss',
})
export class DependsOn {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);

  /** Id of the task or deliverable. */
  readonly row = input.required<string>();
  /** The whole plan, whatever of it is shown. */
  readonly plan = input.required<readonly WorkPackagePlan[]>();
  readonly changed = output();

  protected readonly id = `depends-on-${nextId++}`;
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly chosen = signal('');

  readonly #ends = computed(() => endsOf(this.plan()));
  protected readonly own = computed(() => this.#ends().find(({ id }) => id === this.row()));
  protected readonly predecessors = computed(() => {
    const ends = this.#ends();
    return (this.own()?.dependsOn ?? []).flatMap((id) => ends.filter((end) => end.id === id));
  });
  protected readonly waiting = computed(() => this.#ends().filter(({ dependsOn }) => dependsOn.includes(this.row())));
  protected readonly candidates = computed(() => {
    const own = this.own();
    return own === undefined || !this.mayEdit() ? [] : candidatesFor(own, this.#ends());
  });
  protected readonly slip = computed(() => {
    const months = this.own()?.slipMonths ?? 0;
    return months === 0 ? '' : slipWords(months);
  });
  protected readonly mayEdit = computed(() => {
    const own = this.own();
    return own !== undefined && this.#session.may('dependency.edit', { leadBeneficiaryId: own.lead.id });
  });

  protected add(): Promise<void> {
    const path = ['dependencies', this.row(), this.chosen()];
    return this.#write(() => this.#api.put<DependsOnView>(path, {}));
  }

  protected remove(predecessorId: string): Promise<void> {
    return this.#write(() => this.#api.delete<DependsOnView>(['dependencies', this.row(), predecessorId], {}));
  }

  async #write(send: () => ReturnType<ProjectApi['put']>): Promise<void> {
    this.busy.set(true);
    const result = await send();
    this.busy.set(false);
    this.problem.set(result.ok ? '' : problemWords(result.problem));
    if (!result.ok) return;
    this.chosen.set('');
    this.changed.emit();
  }
}
