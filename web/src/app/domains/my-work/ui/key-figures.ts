import { Component, computed, inject, input } from '@angular/core';
import type { MyWorkView } from '@office/contracts';
import { type Cents, partOf } from '@office/domain';
import { KpiCard } from '../../../shared/ui-kpi-card/kpi-card';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { formatMoney, plural } from '../../../shared/util-locale/format';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { dateWords, daysLeftWords, monthLabel } from '../../../shared/util-time/words';

const ofWords = (total: string): string => $localize`:@@figures.of:of ${total}:total:`;
const joined = (parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(' · ');

@Component({
  selector: 'office-key-figures',
  imports: [KpiCard, ProgressBar],
  template: `
    <div class="grid grid-4">
      <office-kpi-card
        [label]="deliverablesLabel()"
        [value]="'' + work().deliverables.assigned"
        [of]="deliverablesOf()"
        [hint]="deliverables()"
      />
      <office-kpi-card
        i18n-label="@@figures.nextDue"
        label="Next due"
        [value]="nextDue()"
        [hint]="nextDueHint()"
        [tone]="overdue() ? 'late' : 'calm'"
      />
      <office-kpi-card
        i18n-label="@@figures.tasks"
        label="Tasks on time"
        [value]="'' + work().tasks.onTime"
        [of]="tasksOf()"
        [hint]="tasks()"
      />
      @if (work().share.totalCents > 0) {
        <office-kpi-card i18n-label="@@figures.share" label="Lump-sum share, work done" [value]="done()" [of]="shareOf()">
          <office-progress-bar tone="ok" i18n-label="@@figures.shareBar" label="Part of the lump-sum share" [value]="sharePercent()" />
        </office-kpi-card>
      }
    </div>
  `,
})
export class KeyFigures {
  readonly #clock = inject(OfficeClock);
  readonly work = input.required<MyWorkView>();

  protected readonly deliverablesLabel = computed(() =>
    this.work().beneficiary ? $localize`:@@figures.assigned:Deliverables assigned` : $localize`:@@figures.deliverables:Deliverables`,
  );
  protected readonly deliverablesOf = computed(() => ofWords(String(this.work().deliverables.total)));
  protected readonly deliverables = computed(() => {
    const { accepted, inReview, late } = this.work().deliverables;
    return joined([
      $localize`:@@figures.accepted:${accepted}:count: accepted`,
      $localize`:@@figures.inReview:${inReview}:count: in review`,
      late > 0 && $localize`:@@figures.late:${late}:count: late`,
    ]);
  });

  protected readonly nextDue = computed(() => {
    const next = this.work().nextDue;
    return next ? daysLeftWords(this.#clock.today(), next.dueOn) : $localize`:@@figures.nothingDue:nothing`;
  });
  protected readonly overdue = computed(() => (this.work().nextDue?.dueOn ?? '9') < this.#clock.today());
  protected readonly nextDueHint = computed(() => {
    const next = this.work().nextDue;
    return next ? `${next.number} · ${dateWords(next.dueOn)} (${monthLabel(next.dueMonth)})` : '';
  });

  protected readonly tasksOf = computed(() => ofWords(String(this.work().tasks.total)));
  protected readonly tasks = computed(() => {
    const { late, shouldHaveStarted, blocked } = this.work().tasks;
    const started = {
      one: $localize`:@@figures.shouldHaveStartedOne:1 should have started`,
      other: $localize`:@@figures.shouldHaveStarted:${shouldHaveStarted}:count: should have started`,
    };
    return joined([
      late + shouldHaveStarted + blocked === 0 && $localize`:@@figures.noneLate:none late`,
      late > 0 && $localize`:@@figures.late:${late}:count: late`,
      shouldHaveStarted > 0 && plural(shouldHaveStarted, started),
      blocked > 0 && $localize`:@@figures.blocked:${blocked}:count: blocked`,
    ]);
  });

  protected readonly done = computed(() => {
    const { doneCents, currency } = this.work().share;
    return formatMoney(doneCents, currency);
  });
  protected readonly shareOf = computed(() => {
    const { totalCents, currency } = this.work().share;
    return ofWords(formatMoney(totalCents, currency));
  });
  protected readonly sharePercent = computed(() => {
    const { doneCents, totalCents } = this.work().share;
    return partOf(doneCents as Cents, totalCents as Cents) / 100;
  });
}
