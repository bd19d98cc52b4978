import { computed, DestroyRef, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { DeliverablePage, SavedView, WorkPlanView } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { type Choices, choicesOfPlan, choicesOfRows, withChosen } from '../data/choices';
import {
  addressOf,
  changed,
  countOf,
  filterOf,
  filterOfView,
  isWhole,
  type ListFilter,
  queryOf,
  sameRows,
  WHOLE_LIST,
} from '../data/list-filter';

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
  readonly page = pageResource<DeliverablePage>(() => this.#api.url(`deliverables?${queryOf(this.filter(), PAGE_SIZE)}`));
  /** False while the list that nothing was asked of is about to open with the person's standard view. */
  readonly #settled = signal(this.#route.snapshot.queryParamMap.keys.length > 0);
  readonly shown = linkedSignal<{ page: DeliverablePage | undefined; settled: boolean }, DeliverablePage | undefined>({
    source: () => ({ page: this.page.data(), settled: this.#settled() }),
    computation: ({ page, settled }, before) => (settled ? (page ?? before?.value) : undefined),
  });
  readonly views = computed<readonly SavedView[]>(() => this.shown()?.views ?? []);
  /** The view that shows what is shown, whichever way the person came to it. */
  readonly view = computed(() => this.views().find(({ filter }) => sameRows(filterOfView(filter), this.filter())) ?? null);
  /** Rows that are chosen, on whatever page of the list; another selection of the list begins with none. */
  readonly #chosen = linkedSignal<string, ReadonlySet<string>>({
    source: () => JSON.stringify({ ...this.filter(), page: 1 }),
    computation: () => new Set(),
  });
  readonly chosen = this.#chosen.asReadonly();
  readonly wholeAddress = addressOf(WHOLE_LIST);

  /** What stands in the search field: ahead of the address while the person types. */
  readonly text = linkedSignal<string, string>({
    source: () => this.filter().text,
    computation: (text, before) => (before !== undefined && text === this.#sentText ? before.value : text),
  });

  /** Known from the list itself when it fits on one page; otherwise the plan tells. */
  readonly #ownChoices = linkedSignal<DeliverablePage | undefined, Choices | null>({
    source: this.page.data,
    computation: (page, before) =>
      before?.value ?? (page && this.whole() && page.total === page.items.length ? choicesOfRows(page.items) : null),
  });
  readonly #needsPlan = linkedSignal<DeliverablePage | undefined, boolean>({
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
    const opening = effect(() => {
      const page = this.page.data();
      if (page === undefined) return;
      opening.destroy();
      untracked(() => void this.#openWith(page.views));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#typing));
  }

  /** Parameters of the address with a part of the filter changed. */
  addressWith(part: Partial<ListFilter>): Record<string, string | null> {
    return addressOf(changed(this.filter(), part));
  }

  choose(part: Partial<ListFilter>): void {
    void this.#go(part, false);
  }

  select(ids: readonly string[], chosen: boolean): void {
    this.#chosen.update((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (chosen) after.add(id);
        else after.delete(id);
      return after;
    });
  }

  clearSelection(): void {
    this.#chosen.set(new Set());
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
    if (this.#sentText !== this.filter().text) void this.#go({ text: this.#sentText }, true);
  }

  /** Every write answers all views that are kept then. */
  keep(views: SavedView[]): void {
    const page = this.page.data();
    if (page) this.page.set({ ...page, views });
  }

  async #openWith(views: readonly SavedView[]): Promise<void> {
    const standard = views.find((view) => view.standard);
    if (!this.#settled() && standard) await this.#go(filterOfView(standard.filter), true);
    this.#settled.set(true);
  }

  #go(part: Partial<ListFilter>, replaceUrl: boolean): Promise<boolean> {
    return this.#router.navigate([], { relativeTo: this.#route, queryParams: this.addressWith(part), replaceUrl });
  }
}
