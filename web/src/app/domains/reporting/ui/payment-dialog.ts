import '../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { isPlainDate, type PlainDate } from '@office/domain';
import { DialogFoot } from '../../../shared/ui-dialog-foot/dialog-foot';

export interface PaymentQuestion {
  readonly title: string;
  readonly amount: string;
  readonly today: PlainDate;
}

/** The day on which EACEA's money came; closes with it. */
@Component({
  selector: 'office-payment-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle],
  template: `
    <h2 matDialogTitle>
      {{ question.title }}<small class="dialog-subject">{{ question.amount }}</small>
    </h2>
    <mat-dialog-content>
      <form id="payment-form" class="dialog-form" (submit)="$event.preventDefault(); save()">
        <div class="field">
          <label for="paid-on" i18n="@@payment.on">Paid on</label>
          <input
            #input
            id="paid-on"
            type="date"
            [max]="question.today"
            [value]="on()"
            [attr.aria-invalid]="wrong()"
            aria-describedby="paid-on-error"
            (input)="on.set(input.value)"
          />
          <span class="error" id="paid-on-error">
            @if (wrong()) {
              <ng-container i18n="@@payment.wrong">Choose a day that has come.</ng-container>
            }
          </span>
        </div>
      </form>
    </mat-dialog-content>
    <office-dialog-foot form="payment-form" i18n="@@payment.save" (cancelled)="cancel()">Record the payment</office-dialog-foot>
  `,
})
export class PaymentDialog {
  readonly #dialog = inject<MatDialogRef<PaymentDialog, string>>(MatDialogRef);
  protected readonly question = inject<PaymentQuestion>(MAT_DIALOG_DATA);
  protected readonly on = signal<string>(this.question.today);
  readonly #tried = signal(false);
  protected readonly wrong = computed(() => this.#tried() && !(isPlainDate(this.on()) && this.on() <= this.question.today));

  protected cancel(): void {
    this.#dialog.close();
  }

  protected save(): void {
    this.#tried.set(true);
    if (!this.wrong()) this.#dialog.close(this.on());
  }
}
