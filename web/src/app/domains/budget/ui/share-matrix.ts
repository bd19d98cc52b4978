import { Component, computed, input } from '@angular/core';
import type { BudgetClaim } from '@office/contracts';
import { sumCents } from '@office/domain';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { formatMoney } from '../../../shared/util-locale/format';
import { dateWords } from '../../../shared/util-time/words';
import type { Matrix } from '../data/matrix';
import { partWords } from '../data/part-words';

/** Lump-sum shares by beneficiary and work package, with the sums; the bar under a share is its part of the work package. */
@Component({
  selector: 'office-share-matrix',
  imports: [StatusChip],
  templateUrl: './share-matrix.html',
  styleUrls: ['./matrix.scss', './share-matrix.scss'],
})
export class ShareMatrix {
  readonly matrix = input.required<Matrix>();
  readonly currency = input.required<string>();
  protected readonly partWords = partWords;
  protected readonly claimed = computed(() => this.matrix().columns.some(({ claim }) => claim !== null));
  protected readonly accepted = computed(() => sumCents(this.matrix().columns.map(({ claim }) => claim?.acceptedCents ?? 0)));

  /** "RP1 · paid 5 Jan 2026" */
  protected claimWords({ period, paidOn }: BudgetClaim): string {
    return paidOn === null
      ? $localize`:@@budget.claimPeriod:RP${period}:period:`
      : $localize`:@@budget.claimPaid:RP${period}:period: · paid ${dateWords(paidOn)}:date:`;
  }

  protected money(cents: number): string {
    return formatMoney(cents, this.currency());
  }
}
