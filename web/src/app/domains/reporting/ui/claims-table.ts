import { Component, computed, input, output } from '@angular/core';
import type { ClaimView } from '@office/contracts';
import { sumCents } from '@office/domain';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { formatMoney, formatPercent } from '../../../shared/util-locale/format';
import { dateWords } from '../../../shared/util-time/words';
import { claimOffer, gapCountWords, gapWords, type ClaimOffer } from '../data/claim-words';

/** What the coordinator wants to do with which work package. */
export interface ChosenClaim {
  readonly claim: ClaimView;
  readonly offer: ClaimOffer;
}

/** The "Status of work packages": declared by the coordinator, accepted by EACEA, paid: three columns that never merge. */
@Component({
  selector: 'office-claims-table',
  imports: [StatusChip],
  templateUrl: './claims-table.html',
  styleUrl: './due.scss',
})
export class ClaimsTable {
  readonly claims = input.required<readonly ClaimView[]>();
  readonly currency = input.required<string>();
  /** Whether the report can still be written into. */
  readonly editable = input.required<boolean>();
  readonly mayManage = input.required<boolean>();
  readonly choose = output<ChosenClaim>();

  protected readonly words = {
    share: $localize`:@@claims.share:Lump sum`,
    declared: $localize`:@@claims.declared:Declared`,
    missing: $localize`:@@claims.missing:Missing`,
    eacea: $localize`:@@claims.eacea:EACEA`,
    paid: $localize`:@@claims.paid:Paid`,
  };
  readonly #offerWords: Record<ClaimOffer, string> = {
    declare: $localize`:@@claims.declare:Declare`,
    answer: $localize`:@@claims.answer:Record the answer`,
    pay: $localize`:@@claims.pay:Record the payment`,
  };
  protected readonly rows = computed(() =>
    this.claims().map((claim) => {
      const offer = this.mayManage() ? claimOffer(claim, this.editable()) : null;
      return {
        claim,
        offer,
        offerWord: offer && this.#offerWords[offer],
        share: this.#money(claim.shareCents),
        claimed: claim.claimedCents > 0 ? this.#money(claim.claimedCents) : null,
        accepted: claim.acceptedCents > 0 ? this.#money(claim.acceptedCents) : null,
        completion: this.#completion(claim),
        gapCount: gapCountWords(claim.gaps),
        gaps: claim.gaps.map(gapWords),
        paid: claim.paidOn === null ? null : dateWords(claim.paidOn),
      };
    }),
  );
  protected readonly totals = computed(() => {
    const sum = (amount: (claim: ClaimView) => number): string => this.#money(sumCents(this.claims().map(amount)));
    return {
      share: sum(({ shareCents }) => shareCents),
      claimed: sum(({ claimedCents }) => claimedCents),
      accepted: sum(({ acceptedCents }) => acceptedCents),
      paid: sum(({ state, acceptedCents }) => (state === 'paid' ? acceptedCents : 0)),
    };
  });

  #money(amount: number): string {
    return formatMoney(amount, this.currency());
  }

  #completion({ declaration }: ClaimView): string | null {
    const part = declaration?.completionBasisPoints ?? null;
    return part === null ? null : formatPercent(part / 100);
  }
}
