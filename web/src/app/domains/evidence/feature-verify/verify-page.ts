import { Component, computed, inject, signal } from '@angular/core';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { Time } from '../../../shared/ui-time/time';
import { problemWords } from '../../../shared/util-http/problem-words';
import { FileSizePipe } from '../../../shared/util-locale/file-size.pipe';
import { PlainDatePipe } from '../../../shared/util-time/date.pipes';
import { retentionWords, tableWords } from '../data/evidence-words';
import { VerificationResult } from '../ui/verification-result';
import { VerifyStore } from './verify-store';

@Component({
  selector: 'office-verify-page',
  imports: [ActionButton, Card, ErrorState, FileSizePipe, PageHeader, PlainDatePipe, Skeleton, Time, VerificationResult],
  providers: [VerifyStore],
  templateUrl: './verify-page.html',
  styleUrl: './verify-page.scss',
})
export class VerifyPage {
  protected readonly store = inject(VerifyStore);
  protected readonly files = signal(true);
  protected readonly problem = computed(() => {
    const problem = this.store.problem();
    return problem && problemWords(problem);
  });
  protected readonly records = computed(() =>
    (this.store.page.data()?.records ?? []).map(({ table, count }) => ({ table, count, words: tableWords(table) })),
  );
  protected readonly retention = computed(() => {
    const view = this.store.page.data();
    return view ? retentionWords(view.retention) : '';
  });
}
