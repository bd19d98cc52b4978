import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ActivityEntry } from '../../../shared/ui-activity/activity-entry';
import { Card } from '../../../shared/ui-card/card';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { plural } from '../../../shared/util-locale/format';
import { SessionStore } from '../../../shared/util-session/session-store';
import { ActivityStore } from './activity-store';

@Component({
  selector: 'office-activity-page',
  imports: [ActivityEntry, Card, EmptyState, ErrorState, PageHeader, RouterLink, Skeleton],
  providers: [ActivityStore],
  templateUrl: './activity-page.html',
  styleUrl: './activity-page.scss',
})
export class ActivityPage {
  readonly #session = inject(SessionStore);
  protected readonly store = inject(ActivityStore);
  protected readonly projectId = computed(() => this.#session.project()?.projectId ?? '');
  protected readonly count = computed(() => {
    const total = this.store.page.data()?.total;
    if (total === undefined) return '';
    return plural(total, {
      one: $localize`:@@activity.countOne:1 entry`,
      other: $localize`:@@activity.count:${total}:total: entries`,
    });
  });
}
