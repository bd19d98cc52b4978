import { Component, computed, inject, input } from '@angular/core';
import { Card } from '../../../shared/ui-card/card';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { BoardMembers } from '../ui/board-members';
import { BoardRules } from '../ui/board-rules';
import { ClosedRounds } from '../ui/closed-rounds';
import { RoundList } from '../ui/round-list';
import { QualityBoardStore } from './quality-board-store';

@Component({
  selector: 'office-quality-board-page',
  imports: [BoardMembers, BoardRules, Card, ClosedRounds, EmptyState, ErrorState, PageHeader, RoundList, Skeleton],
  providers: [QualityBoardStore],
  templateUrl: './quality-board-page.html',
  styleUrl: './quality-board-page.scss',
})
export class QualityBoardPage {
  readonly projectId = input.required<string>();

  protected readonly store = inject(QualityBoardStore);
  protected readonly subtitle = computed(() => {
    const seat = this.store.parts().seat;
    return seat
      ? $localize`:@@board.subtitleMember:You vote for ${seat.beneficiary.name}:institution:, on everything that another institution leads`
      : $localize`:@@board.subtitle:Deliverables are reviewed here before the consortium hands them to EACEA`;
  });
  protected readonly openHeading = computed(() =>
    this.store.parts().mine.length > 0 ? $localize`:@@board.otherOpen:Other open rounds` : $localize`:@@board.open:Open rounds`,
  );
}
