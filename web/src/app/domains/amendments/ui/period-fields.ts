import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { REPORT_KINDS, type Plan, type PlanPeriod, type ReportKind } from '@office/domain';
import { monthAndDate, reportKindWords } from '../data/difference-words';

const DAYS_TO_REPORT = 60;

/** The reporting periods: each ends with a month, and the next begins right after it. */
@Component({
  selector: 'office-period-fields',
  imports: [MatButton],
  template: `
    @for (period of lines(); track period.number) {
      <fieldset>
        <legend>
          {{ period.name }} <span class="muted">{{ period.from }}</span>
        </legend>
        <div class="field">
          <label [for]="'period-end-' + period.number" i18n="@@planField.endMonth">Last month</label>
          <input
            #end
            type="number"
            inputmode="numeric"
            min="1"
            [id]="'period-end-' + period.number"
            [value]="period.toMonth"
            [attr.aria-describedby]="'period-date-' + period.number"
            (input)="set(period.number, { toMonth: end.valueAsNumber })"
          />
          <p class="muted" [id]="'period-date-' + period.number">{{ period.to }}</p>
        </div>
        <div class="field">
          <label [for]="'period-kind-' + period.number" i18n="@@planField.reportKind">Report</label>
          <select #kind [id]="'period-kind-' + period.number" (change)="setKind(period.number, kind.value)">
            @for (one of kinds; track one.id) {
              <option [value]="one.id" [selected]="one.id === period.kind">{{ one.words }}</option>
            }
          </select>
        </div>
        <div class="field">
          <label [for]="'period-days-' + period.number" i18n="@@planField.daysToReport">Days to report</label>
          <input
            #days
            type="number"
            inputmode="numeric"
            min="1"
            [id]="'period-days-' + period.number"
            [value]="period.daysToReport"
            (input)="set(period.number, { daysToReport: days.valueAsNumber })"
          />
        </div>
      </fieldset>
    }
    @if (error()) {
      <p class="error">{{ error() }}</p>
    }
    <p>
      <button matButton="outlined" type="button" (click)="add()" i18n="@@periods.add">Add a period</button>
      @if (periods().length > 1) {
        <button matButton type="button" (click)="removeLast()" i18n="@@periods.remove">Take the last one out</button>
      }
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 14px;
    }

    fieldset {
      display: grid;
      grid-template-columns: 1fr 1.4fr 1fr;
      gap: 4px 12px;
      align-items: start;
    }

    legend {
      padding: 0 0 4px;
      font-weight: 600;
    }

    .error {
      color: var(--late);
    }

    @media (max-width: 480px) {
      fieldset {
        grid-template-columns: 1fr 1fr;
      }
    }
  `,
})
export class PeriodFields {
  readonly periods = input.required<readonly PlanPeriod[]>();
  readonly plan = input.required<Plan>();
  readonly error = input('');
  readonly put = output<readonly PlanPeriod[]>();

  protected readonly kinds = REPORT_KINDS.map((id) => ({ id, words: reportKindWords(id) }));
  protected readonly lines = computed(() =>
    this.periods().map((period) => ({
      ...period,
      name: `RP${period.number}`,
      from: this.#date(period.fromMonth, 'first'),
      to: this.#date(period.toMonth, 'last'),
    })),
  );

  protected set(number: number, fields: Partial<PlanPeriod>): void {
    this.#put(this.periods().map((period) => (period.number === number ? { ...period, ...fields } : period)));
  }

  protected setKind(number: number, kind: string): void {
    this.set(number, { kind: kind as ReportKind });
  }

  protected add(): void {
    const last = this.periods().at(-1);
    const toMonth = this.plan().durationMonths;
    this.#put([...this.periods(), { number: (last?.number ?? 0) + 1, fromMonth: 1, toMonth, kind: 'final', daysToReport: DAYS_TO_REPORT }]);
  }

  protected removeLast(): void {
    this.#put(this.periods().slice(0, -1));
  }

  /** Periods follow each other: each begins right after the one before. */
  #put(periods: readonly PlanPeriod[]): void {
    this.put.emit(periods.map((period, index) => ({ ...period, fromMonth: (periods[index - 1]?.toMonth ?? 0) + 1 })));
  }

  #date(month: number, edge: 'first' | 'last'): string {
    return Number.isInteger(month) && month >= 1 && month <= 240 ? monthAndDate(this.plan().startDate, month, edge) : '';
  }
}
