import '../../../shared/page-kit';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { Icon } from '../../../shared/ui-icon/icon';
import { Menu } from '../../../shared/ui-menu/menu';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { SessionStore } from '../../../shared/util-session/session-store';
import { plural } from '../../../shared/util-locale/format';
import { DeliverableTable } from '../ui/deliverable-table';
import { addressOf, exportQuery, filterOfView } from '../data/list-filter';
import { ListFilters } from '../ui/list-filters';
import { SelectionBar } from '../ui/selection-bar';
import { ViewBar } from '../ui/view-bar';
import { ListStore } from './list-store';
import { ViewsStore } from './views-store';

@Component({
  selector: 'office-deliverables-page',
  imports: [
    Card,
    DeliverableTable,
    DemoBadge,
    EmptyState,
    ErrorState,
    Icon,
    ListFilters,
    Menu,
    PageHeader,
    RouterLink,
    SelectionBar,
    Skeleton,
    ViewBar,
  ],
  providers: [ListStore, ViewsStore],
  templateUrl: './list-page.html',
  styleUrl: './list-page.scss',
})
export class ListPage {
  readonly #session = inject(SessionStore);
  readonly projectId = input.required<string>();

  protected readonly store = inject(ListStore);
  protected readonly views = inject(ViewsStore);
  protected readonly links = computed(() => this.store.views().map((view) => ({ view, parameters: addressOf(filterOfView(view.filter)) })));
  protected readonly chosenFile = (ending: string): string =>
    `${this.#exports()}.${ending}${exportQuery(this.store.filter(), [...this.store.chosen()])}`;
  readonly #exports = computed(() => `/api/projects/${this.projectId()}/deliverables/export`);
  /** Somebody of no institution has no part in anything. */
  protected readonly hasParts = computed(() => this.#session.beneficiary() !== null);
  /** Said once when all rows that are shown are invented, row by row when only some are. */
  protected readonly demonstration = computed<'all' | 'some' | 'none'>(() => {
    const rows = this.store.shown()?.items ?? [];
    const invented = rows.filter((row) => row.provenance === 'demonstration').length;
    return invented === 0 ? 'none' : invented === rows.length ? 'all' : 'some';
  });
  protected readonly count = computed(() => {
    const total = this.store.shown()?.total;
    if (total === undefined) return '';
    return this.store.whole()
      ? plural(total, {
          one: $localize`:@@deliverables.one:1 deliverable`,
          other: $localize`:@@deliverables.many:${total}:total: deliverables`,
        })
      : plural(total, {
          one: $localize`:@@deliverables.oneMatches:1 deliverable matches`,
          other: $localize`:@@deliverables.manyMatch:${total}:total: deliverables match`,
        });
  });

  protected file(ending: 'xlsx' | 'csv' | 'zip', more: Readonly<Record<string, string>> = {}): string {
    return `${this.#exports()}.${ending}${exportQuery(this.store.filter(), [], more)}`;
  }
}
