import { Component, computed, input } from '@angular/core';
import type { DiaryComparisonRow } from '@office/contracts';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { formatPercent } from '../../../shared/util-locale/format';
import { subjectKey, subjectLabel } from '../data/diary-words';
import { trafficLightWords } from '../data/traffic-light-words';

/** What is another at the later day: state, figures, light and words, beside how they were. */
@Component({
  selector: 'office-diary-comparison',
  imports: [EmptyState, StatusChip],
  templateUrl: './diary-comparison.html',
  styleUrl: './diary-comparison.scss',
})
export class DiaryComparison {
  readonly rows = input.required<readonly DiaryComparisonRow[]>();

  protected readonly labels = {
    before: $localize`:@@diary.before:Before`,
    after: $localize`:@@diary.after:After`,
  };
  protected readonly lines = computed(() =>
    this.rows().map(({ subject, before, after, changes }) => ({
      key: subjectKey(subject),
      label: subjectLabel(subject),
      title: subject.title,
      isPart: subject.kind === 'part',
      words: changes.includes('narrative'),
      next: changes.includes('nextSteps'),
      light: changes.includes('trafficLight'),
      sides: [
        { id: 'before' as const, point: before },
        { id: 'after' as const, point: after },
      ],
    })),
  );
  protected readonly percent = formatPercent;
  protected readonly lightWords = trafficLightWords;
}
