import { Component, input } from '@angular/core';

/** One figure with its whole and one line under it; content (a bar) goes below. */
@Component({
  selector: 'office-kpi-card',
  template: `
    <div class="label">{{ label() }}</div>
    <div class="value">
      {{ value() }}
      @if (of()) {
        <span class="of">{{ of() }}</span>
      }
    </div>
    @if (hint()) {
      <div class="hint" [class.late]="tone() === 'late'">{{ hint() }}</div>
    }
    <div class="more"><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
      padding: 14px 16px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      box-shadow: var(--shadow-1);
    }

    .label {
      color: var(--ink-2);
    }

    .value {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: 6px;
      font-size: 26px;
      font-weight: 600;
      line-height: 1.25;
      letter-spacing: -0.02em;
    }

    .of {
      white-space: nowrap;
      color: var(--ink-3);
      font-size: 13px;
      letter-spacing: 0;
    }

    @media (max-width: 720px) {
      :host {
        padding: 12px;
      }

      .value {
        font-size: 22px;
      }
    }

    .hint {
      color: var(--ink-3);
      font-size: 12.5px;
    }

    .hint.late {
      color: var(--late);
    }

    .more:not(:empty) {
      margin-top: 6px;
    }
  `,
})
export class KpiCard {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly of = input('');
  readonly hint = input('');
  readonly tone = input<'calm' | 'late'>('calm');
}
