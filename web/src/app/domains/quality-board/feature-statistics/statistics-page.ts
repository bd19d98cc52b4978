import '../../../shared/page-kit';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardStatisticsView } from '@office/contracts';
import { deliverableChip } from '../../../shared/ui-status-chip/status-words';
import { Card } from '../../../shared/ui-card/card';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { type Crumb, PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { criterionWords } from '../data/board-words';
import { averageWords, daysWords, loadBars, roundBars, scoreBars, stepBars } from '../data/statistics';
import { BarFigure } from '../ui/bar-figure';

/** How long the board's work takes, how it judges and who carries it: pictures, each with its table. */
@Component({
  selector: 'office-board-statistics-page',
  imports: [BarFigure, Card, EmptyState, ErrorState, PageHeader, RouterLink, Skeleton],
  templateUrl: './statistics-page.html',
  styleUrl: './statistics-page.scss',
})
export class BoardStatisticsPage {
  readonly #api = inject(ProjectApi);
  readonly projectId = input.required<string>();

  protected readonly page = pageResource<BoardStatisticsView>(() => this.#api.url('quality-board', 'statistics'));
  protected readonly crumbs = computed<Crumb[]>(() => [
    { label: $localize`:@@board.title:Quality board`, link: ['/p', this.projectId(), 'quality-board'] },
    { label: $localize`:@@statistics.crumb:Statistics` },
  ]);
  protected readonly bars = computed(() => {
    const view = this.page.data();
    return view && { steps: stepBars(view), rounds: roundBars(view), scores: scoreBars(view), load: loadBars(view) };
  });
  protected readonly stepWord = (state: BoardStatisticsView['steps'][number]['state']): string => deliverableChip(state).word;
  protected readonly criterionWords = criterionWords;
  protected readonly daysWords = daysWords;
  protected readonly averageWords = averageWords;
  protected readonly timeLegend = [
    { tone: 'brand' as const, word: $localize`:@@statistics.median:half of them took no longer` },
    { tone: 'pale' as const, word: $localize`:@@statistics.longest:the longest` },
  ];
  protected readonly scoreLegend = ([1, 2, 3, 4, 5] as const).map((score) => ({ tone: `score-${score}` as const, word: String(score) }));
  protected readonly loadLegend = [
    { tone: 'brand' as const, word: $localize`:@@statistics.sent:reviews sent` },
    { tone: 'warn' as const, word: $localize`:@@statistics.awaited:awaited now` },
  ];
}
