import '../../../shared/page-kit';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Card } from '../../../shared/ui-card/card';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { SessionStore } from '../../../shared/util-session/session-store';
import { dateWords } from '../../../shared/util-time/words';
import { DiaryComparison } from '../ui/diary-comparison';
import { DiaryLine } from '../ui/diary-line';
import { DiaryStore } from './diary-store';

/** All that was said of a work package, its tasks and their parts, and what changed between two days. */
@Component({
  selector: 'office-diary-page',
  imports: [Card, DiaryComparison, DiaryLine, EmptyState, ErrorState, MatButton, PageHeader, RouterLink, Skeleton],
  providers: [DiaryStore],
  templateUrl: './diary-page.html',
  styleUrl: './diary-page.scss',
})
export class DiaryPage {
  readonly #session = inject(SessionStore);
  protected readonly store = inject(DiaryStore);
  protected readonly projectId = computed(() => this.#session.project()?.projectId ?? '');
  protected readonly number = computed(() => this.store.page.data()?.workPackage.number ?? '');
  protected readonly heading = computed(() =>
    this.number() === '' ? $localize`:@@diary.titleWaiting:Diary` : $localize`:@@diary.title:Diary of ${this.number()}:number:`,
  );
  protected readonly crumbs = computed(() => {
    const plan = ['/p', this.projectId(), 'work-plan'];
    return [{ label: $localize`:@@diary.plan:Work plan`, link: plan }, { label: this.number() }];
  });
  protected readonly compared = computed(() => {
    const days = this.store.page.data()?.comparison;
    return days ? $localize`:@@diary.compared:${dateWords(days.from)}:from: compared with ${dateWords(days.to)}:to:` : '';
  });
}
