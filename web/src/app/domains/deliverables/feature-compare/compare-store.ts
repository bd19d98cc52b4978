import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type ParamMap, Router } from '@angular/router';
import type { ComparisonView } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { wordsOfDifference } from '../data/comparison-words';

/** Two versions of one deliverable, chosen by the address. */
@Injectable()
export class CompareStore {
  readonly #api = inject(ProjectApi);
  readonly #route = inject(ActivatedRoute);
  readonly #router = inject(Router);
  readonly #params = toSignal(this.#route.paramMap, { requireSync: true });
  readonly #query = toSignal(this.#route.queryParamMap, { requireSync: true });

  readonly page = pageResource<ComparisonView>(() => {
    const address = this.#api.url('deliverables', this.#params().get('deliverableId') ?? '', 'comparison');
    const [from, to] = [this.#of('from'), this.#of('to')];
    return address && from && to ? `${address}?${new URLSearchParams({ from, to }).toString()}` : undefined;
  });
  /** An address without two versions compares nothing. */
  readonly unasked = computed(() => this.#of('from') === null || this.#of('to') === null);
  readonly summary = computed(() => {
    const view = this.page.data();
    return view ? wordsOfDifference(view) : '';
  });

  choose(side: 'from' | 'to', id: string): void {
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams: { [side]: id },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  #of(side: 'from' | 'to'): string | null {
    const query: ParamMap = this.#query();
    return query.get(side);
  }
}
