import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BudgetView } from '@office/contracts';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { KpiCard } from '../../../shared/ui-kpi-card/kpi-card';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { formatMoney, formatPercent } from '../../../shared/util-locale/format';
import { SessionStore } from '../../../shared/util-session/session-store';
import { dateWords } from '../../../shared/util-time/words';
import type { BudgetFigures } from '../data/matrix';
import { saveFile } from '../data/save-file';
import { matrixCsv } from '../data/matrix-csv';
import { partWords } from '../data/part-words';
import { BudgetTabs } from '../ui/budget-tabs';
import { CategoryMatrix } from '../ui/category-table';
import { ShareMatrix } from '../ui/share-matrix';
import { BudgetStore } from './budget-store';

@Component({
  selector: 'office-budget-page',
  imports: [BudgetTabs, Card, CategoryMatrix, DemoBadge, ErrorState, KpiCard, MatButton, PageHeader, ProgressBar, ShareMatrix, Skeleton],
  providers: [BudgetStore],
  templateUrl: './budget-page.html',
  styleUrl: './budget-page.scss',
})
export class BudgetPage {
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(SessionStore);
  protected readonly store = inject(BudgetStore);
  protected readonly partWords = partWords;
  protected readonly percent = formatPercent;

  protected readonly subtitle = computed(() => {
    const view = this.store.view();
    if (!view) return '';
    const grant = formatMoney(view.maximumGrantCents, view.currency, true);
    return $localize`:@@budget.subtitle:Lump-sum shares by work package and beneficiary · Annex 2, version ${view.annex2Version}:version: · maximum grant ${grant}:grant:`;
  });

  protected money(cents: number, view: BudgetView): string {
    return formatMoney(cents, view.currency);
  }

  protected inForce(view: BudgetView): string {
    return $localize`:@@budget.inForce:Annex 2, version ${view.annex2Version}:version: · in force from ${dateWords(view.inForceFrom)}:date:`;
  }

  /** "1 of 5 work packages · €47,600 ready to declare" */
  protected acceptedHint(view: BudgetView, { acceptedCount, readyCents }: BudgetFigures): string {
    const packages = $localize`:@@budget.acceptedOf:${acceptedCount}:count: of ${view.workPackages.length}:all: work packages`;
    if (readyCents === 0) return packages;
    return $localize`:@@budget.ready:${packages}:packages: · ${formatMoney(readyCents, view.currency)}:money: ready to declare`;
  }

  protected shareLabel(shortName: string): string {
    return $localize`:@@budget.ownShare:Share of ${shortName}:name:`;
  }

  protected download(view: BudgetView): void {
    const matrix = this.store.matrix();
    if (!matrix) return;
    const acronym = (this.#session.project()?.acronym ?? '').toLowerCase();
    saveFile(this.#document, `${acronym}-annex-2-v${view.annex2Version}.csv`, matrixCsv(matrix, view.currency, this.store.shownEstimate()));
  }
}
