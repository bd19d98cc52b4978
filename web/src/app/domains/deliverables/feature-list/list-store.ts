import { computed, DestroyRef, inject, Injectable, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { DeliverableRow, Page, WorkPlanView } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { type Choices, choicesOfPlan, choicesOfRows, withChosen } from '../data/choices';
import { addressOf, changed, countOf, filterOf, isWhole, type ListFilter, queryOf } from '../data/list-filter';

export const PAGE_SIZE = 50;
const TYPING_PAUSE_MS = 250;

/** The list as the address asks for it, one page at a time; rows that are shown stay until the next ones are there. */
@Injectable()
export class ListStore {
  readonly #api = inject(ProjectApi);
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);
  readonly #address = toSignal(this.#route.queryParamMap, { requireSync: true });
  #sentText = '';
  #typing: ReturnType<typeof setTimeout> | undefined;

  readonly filter = computed(() => filterOf((name) => this.#address().get(name)));
  readonly filters = computed(() => countOf(this.filter()));
  readonly whole = computed(() => isWhole(this.filter()));
  readonly page = pageResource<Page<DeliverableRow>>(() => this.#api.url(`deliverables?${queryOf(this.filter(), PAGE_SIZE)}`));
  readonly shown = linkedSignal<Page<DeliverableRow> | undefined, Page<DeliverableRow> | undefined>({
    source: this.page.data,
    computation: (page, before) => page ?? before?.value,
  });
  /** What stands in the search field: ahead of the address while the person types. */
  readonly text = linkedSignal<string, string>({
    source: () => this.filter().text,
    computation: (text, before) => (before !== undefined && text === this.#sentText ? before.value : text),
  });

  /** Known from the list itself when it fits on one page; otherwise the plan tells. */
  readonly #ownChoices = linkedSignal<Page<DeliverableRow> | undefined, Choices | null>({
    source: this.page.data,
    computation: (page, before) =>
      before?.value ?? (page && this.whole() && page.total === page.items.length ? choicesOfRows(page.items) : null),
  });
  readonly #needsPlan = linkedSignal<Page<DeliverableRow> | undefined, boolean>({
    source: this.page.data,
    computation: (page, before) => before?.value === true || (page !== undefined && this.#ownChoices() === null),
  });
  readonly #plan = pageResource<WorkPlanView>(() => (this.#needsPlan() ? this.#api.url('work-plan') : undefined));
  readonly choices = computed<Choices>(() => {
    const plan = this.#plan.data();
    const known = this.#ownChoices() ?? (plan ? choicesOfPlan(plan) : choicesOfRows(this.shown()?.items ?? []));
    return withChosen(known, this.filter());
  });

  readonly steps = computed(() => {
    const { total = 0, offset = 0, items = [] } = this.shown() ?? {};
    const { page } = this.filter();
    return {
      from: items.length === 0 ? 0 : offset + 1,
      to: offset + items.length,
      total,
      previous: page > 1 ? page - 1 : null,
      next: offset + items.length < total ? page + 1 : null,
    };
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#typing));
  }

  /** Parameters of the address with a part of the filter changed. */
  addressWith(part: Partial<ListFilter>): Record<string, string | null> {
    return addressOf(changed(this.filter(), part));
  }

  choose(part: Partial<ListFilter>): void {
    this.#go(part, false);
  }

  /** Typed text goes into the address when the person pauses, and in place: no step back for every letter. */
  type(text: string): void {
    this.text.set(text);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.search(text), TYPING_PAUSE_MS);
  }

  search(text: string): void {
    clearTimeout(this.#typing);
    this.#sentText = text.trim();
    if (this.#sentText !== this.filter().text) this.#go({ text: this.#sentText }, true);
  }

  #go(part: Partial<ListFilter>, replaceUrl: boolean): void {
    void this.#router.navigate([], { relativeTo: this.#route, queryParams: this.addressWith(part), replaceUrl });
  }
}
