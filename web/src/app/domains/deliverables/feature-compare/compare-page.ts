import '../../../shared/page-kit';
import { Component, computed, inject, input } from '@angular/core';
import { Card } from '../../../shared/ui-card/card';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { type Crumb, PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { whyNoText } from '../data/comparison-words';
import { ComparedFacts } from '../ui/compared-facts';
import { TextDifference } from '../ui/text-difference';
import { CompareStore } from './compare-store';

/** What differs between two versions: in words where both have a text, and in facts. */
@Component({
  selector: 'office-compare-page',
  imports: [Card, ComparedFacts, EmptyState, ErrorState, PageHeader, Skeleton, TextDifference],
  providers: [CompareStore],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.scss',
})
export class ComparePage {
  readonly projectId = input.required<string>();
  protected readonly store = inject(CompareStore);
  protected readonly why = whyNoText;
  protected readonly crumbs = computed<Crumb[]>(() => {
    const list = { label: $localize`:@@deliverables.title:Deliverables`, link: ['/p', this.projectId(), 'deliverables'] };
    const deliverable = this.store.page.data()?.deliverable;
    if (!deliverable) return [list];
    return [list, { label: `${deliverable.number} ${deliverable.title}`, link: ['/p', this.projectId(), 'deliverables', deliverable.id] }];
  });
}
