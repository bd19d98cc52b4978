import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CashView, DistributionView, PaymentView } from '@office/contracts';
import { partOf, cents, sumCents } from '@office/domain';
import { paymentWords } from '../../../shared/ui-activity/cash-event-words';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { KpiCard } from '../../../shared/ui-kpi-card/kpi-card';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { formatMoney, formatPercent } from '../../../shared/util-locale/format';
import { dateWords } from '../../../shared/util-time/words';
import { holdReasonWords, holdWords, nextInterim, partChip, paymentDateWords, paymentFigures } from '../data/cash-words';
import { BudgetTabs } from '../ui/budget-tabs';
import { CashStore } from './cash-store';

/** Payments of EACEA, what each partner got of them, and what keeps a partner from being paid. */
@Component({
  selector: 'office-cash-page',
  imports: [ActionButton, BudgetTabs, Card, DemoBadge, EmptyState, ErrorState, KpiCard, MatButton, PageHeader, Skeleton, StatusChip],
  providers: [CashStore],
  templateUrl: './cash-page.html',
  styleUrl: './cash-page.scss',
})
export class CashPage {
  protected readonly store = inject(CashStore);
  protected readonly paymentWords = paymentWords;
  protected readonly dateWords = dateWords;
  protected readonly holdWords = holdWords;

  protected readonly figures = computed(() => {
    const view = this.store.page.data();
    if (!view) return undefined;
    const confirmed = sumCents(view.partners.map(({ confirmedCents }) => confirmedCents));
    const underway = sumCents(view.partners.map(({ underwayCents }) => underwayCents));
    return { received: view.receivedCents, passedOn: sumCents([confirmed, underway]), confirmed, accepted: view.acceptedCents };
  });
  protected readonly payments = computed(() =>
    (this.store.page.data()?.payments ?? []).map((payment) => {
      const figures = paymentFigures(payment);
      const width = (amount: number): number => partOf(cents(amount), figures.amountCents) / 100;
      return {
        payment,
        figures,
        name: payment.period === null ? paymentWords(payment.kind) : `${paymentWords(payment.kind)}, RP${payment.period}`,
        dates: paymentDateWords(payment),
        bars: { confirmed: width(figures.confirmedCents), sent: width(figures.sentCents), held: width(figures.heldCents) },
      };
    }),
  );
  protected readonly next = computed(() => {
    const view = this.store.page.data();
    return view && nextInterim(view);
  });

  protected money(amount: number, exact = false): string {
    return formatMoney(amount, this.store.page.data()?.currency ?? 'EUR', exact);
  }

  protected percent(points: number): string {
    return formatPercent(points / 100);
  }

  protected grantHint({ receivedCents, maximumGrantCents }: CashView): string {
    const part = formatPercent(Math.floor(partOf(cents(receivedCents), cents(maximumGrantCents)) / 100));
    return $localize`:@@cash.ofGrant:${part}:part: of the maximum grant`;
  }

  protected chip(part: DistributionView): ReturnType<typeof partChip> {
    return partChip(part);
  }

  protected held(part: DistributionView): string {
    return holdReasonWords(part);
  }

  /** Why a part cannot be sent now; null when it can. */
  protected sendReason(part: DistributionView): string | null {
    const words = holdReasonWords(part);
    return words === '' ? null : words;
  }

  protected isOpen({ receivedOn, distribution, undistributedCents }: PaymentView): boolean {
    return receivedOn !== null && (undistributedCents > 0 || distribution.some(({ state }) => state === 'planned'));
  }
}
