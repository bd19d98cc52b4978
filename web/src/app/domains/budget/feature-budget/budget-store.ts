import { Location } from '@angular/common';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { BudgetView } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { categoriesOf, figuresOf, matrixOf } from '../data/matrix';
import type { ShownEstimate } from '../data/matrix-csv';

@Injectable()
export class BudgetStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #location = inject(Location);
  readonly #route = inject(ActivatedRoute);
  readonly #address = toSignal(this.#route.queryParamMap, { requireSync: true });

  /** Whether the estimate by cost category is shown; it is asked for only then. */
  readonly categories = linkedSignal(() => this.#address().get('categories') === 'true');
  /** Beneficiary whose estimate is shown; null is all. */
  readonly estimateOf = signal<string | null>(null);

  readonly page = pageResource<BudgetView>(() => this.#api.url(this.categories() ? 'budget?categories=true' : 'budget'));
  /** Stays on the screen while the page is asked for again with or without the estimate. */
  readonly view = linkedSignal<BudgetView | undefined, BudgetView | undefined>({
    source: this.page.data,
    computation: (data, before) => data ?? before?.value,
  });
  readonly matrix = computed(() => {
    const view = this.view();
    return view && matrixOf(view, this.#session.beneficiary()?.id ?? null);
  });
  readonly figures = computed(() => {
    const matrix = this.matrix();
    return matrix && figuresOf(matrix);
  });
  readonly estimate = computed(() => {
    const view = this.view();
    return view && this.categories() ? categoriesOf(view, this.estimateOf()) : null;
  });
  readonly shownEstimate = computed<ShownEstimate | null>(() => {
    const table = this.estimate();
    const of = this.matrix()?.rows.find(({ beneficiary }) => beneficiary.id === this.estimateOf())?.beneficiary.shortName ?? null;
    return table ? { table, of } : null;
  });

  toggleCategories(): void {
    this.categories.update((shown) => !shown);
    const queryParams = { categories: this.categories() ? true : null };
    this.#location.replaceState(this.#router.serializeUrl(this.#router.createUrlTree([], { relativeTo: this.#route, queryParams })));
  }
}
