import '../../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { ClaimView } from '@office/contracts';
import { basisPoints, cents, checkAccepted, REASON_MAX_LENGTH, shareOf, spreadAccepted, sumCents, type Cents } from '@office/domain';
import { DialogFoot } from '../../../../shared/ui-dialog-foot/dialog-foot';
import { centsToDecimal, formatMoney } from '../../../../shared/util-locale/format';
import { readMoney } from '../../../../shared/util-locale/read-money';

export interface AnswerQuestion {
  readonly claim: ClaimView;
  readonly period: number;
  readonly isLastPeriod: boolean;
  readonly currency: string;
}

/** What EACEA said: the last part of the address, and the body. */
export type ClaimAnswer =
  | { readonly step: 'acceptance'; readonly body: { note: string } }
  | { readonly step: 'partial-acceptance'; readonly body: { amounts: { beneficiaryId: string; cents: number }[]; note: string } }
  | { readonly step: 'rejection'; readonly body: { reason: string } };

/** EACEA's word on a declared work package: accepted, in part (by beneficiary), or rejected with its reason. */
@Component({
  selector: 'office-answer-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle],
  templateUrl: './answer-dialog.html',
  styles: `
    .amounts {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 9em;
      gap: 6px 12px;
      align-items: center;
    }
  `,
})
export class AnswerDialog {
  readonly #dialog = inject<MatDialogRef<AnswerDialog, ClaimAnswer>>(MatDialogRef);
  protected readonly question = inject<AnswerQuestion>(MAT_DIALOG_DATA);
  protected readonly reasonMaxLength = REASON_MAX_LENGTH;

  protected readonly answers: readonly { id: ClaimAnswer['step']; word: string }[] = [
    { id: 'acceptance' as const, word: $localize`:@@claimAnswer.yes:Accepted` },
    { id: 'partial-acceptance' as const, word: $localize`:@@claimAnswer.partly:Accepted in part` },
    { id: 'rejection' as const, word: $localize`:@@claimAnswer.no:Rejected` },
  ].filter(({ id }) => id !== 'partial-acceptance' || this.question.isLastPeriod);
  protected readonly answer = signal<ClaimAnswer['step']>('acceptance');
  protected readonly note = signal('');
  protected readonly amounts = signal(this.#proposed());
  readonly #tried = signal(false);

  readonly #read = computed(() =>
    this.question.claim.shares.map(({ beneficiary, shareCents }, place) => ({
      beneficiary: beneficiary.id,
      shareCents: cents(shareCents),
      acceptedCents: readMoney(this.amounts()[place] ?? ''),
    })),
  );
  protected readonly total = computed(() => {
    const amounts = this.#read().map(({ acceptedCents }) => acceptedCents);
    return amounts.includes(null) ? null : formatMoney(sumCents(amounts as Cents[]), this.question.currency, true);
  });
  protected readonly amountsWrong = computed(() => {
    if (!this.#tried() || this.answer() !== 'partial-acceptance') return null;
    return this.#amountsRefusal();
  });
  protected readonly noteWrong = computed(() => this.#tried() && this.answer() === 'rejection' && this.note().trim() === '');

  protected setAmount(place: number, text: string): void {
    this.amounts.update((all) => all.map((one, at) => (at === place ? text : one)));
  }

  protected shareWords(shareCents: number): string {
    return formatMoney(shareCents, this.question.currency);
  }

  protected cancel(): void {
    this.#dialog.close();
  }

  protected save(): void {
    this.#tried.set(true);
    if (this.noteWrong() || this.amountsWrong() !== null) return;
    this.#dialog.close(this.#answered());
  }

  #answered(): ClaimAnswer {
    const note = this.note().trim();
    switch (this.answer()) {
      case 'acceptance':
        return { step: 'acceptance', body: { note } };
      case 'rejection':
        return { step: 'rejection', body: { reason: note } };
      case 'partial-acceptance': {
        const amounts = this.#read().map(({ beneficiary, acceptedCents }) => ({ beneficiaryId: beneficiary, cents: acceptedCents ?? 0 }));
        return { step: 'partial-acceptance', body: { amounts, note } };
      }
    }
  }

  #amountsRefusal(): string | null {
    const read = this.#read();
    if (read.some(({ acceptedCents }) => acceptedCents === null)) return $localize`:@@claimAnswer.noAmount:Write each amount in figures.`;
    const wrong = checkAccepted(read.map((one) => ({ ...one, acceptedCents: one.acceptedCents ?? cents(0) })));
    if (wrong === null) return null;
    const partner = this.question.claim.shares.find(({ beneficiary }) => beneficiary.id === wrong.beneficiary)?.beneficiary.shortName ?? '';
    return $localize`:@@claimAnswer.aboveShare:The amount of ${partner}:partner: is above its share.`;
  }

  /** The declared part of each share, as a start. */
  #proposed(): string[] {
    const { shares, shareCents, declaration } = this.question.claim;
    const part = shareOf(cents(shareCents), basisPoints(declaration?.completionBasisPoints ?? 10_000));
    return spreadAccepted(
      part,
      shares.map((share) => cents(share.shareCents)),
    ).map(centsToDecimal);
  }
}
