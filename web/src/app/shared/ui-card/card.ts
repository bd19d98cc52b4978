import { booleanAttribute, Component, input } from '@angular/core';

let nextId = 1;

/** A titled part of a page. `[cardMore]` is the slot at the right of its head; `flush` lets tables reach the edges. */
@Component({
  selector: 'office-card',
  template: `
    <section class="card" [class.bare]="!heading()" [attr.aria-labelledby]="heading() ? id : null">
      @if (heading()) {
        <header>
          <h2 [id]="id">{{ heading() }}</h2>
          @if (note()) {
            <span class="muted">{{ note() }}</span>
          }
          <div class="more"><ng-content select="[cardMore]" /></div>
        </header>
      }
      <div [class.body]="!flush()"><ng-content /></div>
    </section>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }

    .card {
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      box-shadow: var(--shadow-1);
      height: 100%;
    }

    .bare {
      --corner: calc(var(--radius) - 1px);
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 10px;
      padding: 12px 16px;
      border-bottom: 1px solid var(--line-2);
    }

    .more {
      margin-left: auto;
      font-size: 13px;
      font-weight: 600;
    }

    .body {
      padding: 14px 16px;
    }
  `,
})
export class Card {
  readonly heading = input('');
  readonly note = input('');
  readonly flush = input(false, { transform: booleanAttribute });
  protected readonly id = `card-${nextId++}`;
}
