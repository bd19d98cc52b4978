import { Component, effect, inject, signal, untracked } from '@angular/core';
import { Icon } from '../../shared/ui-icon/icon';
import { Line } from '../../shared/util-live/line';

const BACK_SHOWN_MS = 4_000;

/** Says that the server cannot be reached, and when it can again; typed text is in the forms and stays there. */
@Component({
  selector: 'office-line-notice',
  imports: [Icon],
  template: `
    <div role="status" aria-live="polite">
      @if (line.down()) {
        <p class="down">
          <office-icon name="alert" />
          <span i18n="@@line.down">No connection. What you typed is kept; nothing new is shown until the line is back.</span>
        </p>
      } @else if (back()) {
        <p class="back">
          <office-icon name="check" />
          <span i18n="@@line.back">The connection is back.</span>
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      gap: 10px;
      align-items: center;
      margin: 0;
      padding: 8px 24px;
    }

    .down {
      background: var(--warn-soft);
      color: var(--warn);
    }

    .back {
      background: var(--ok-soft);
      color: var(--ok);
    }
  `,
})
export class LineNotice {
  protected readonly line = inject(Line);
  protected readonly back = signal(false);
  #wasDown = false;

  constructor() {
    effect((onCleanup) => {
      const down = this.line.down();
      untracked(() => this.back.set(!down && this.#wasDown));
      this.#wasDown = down;
      const timer = setTimeout(() => this.back.set(false), BACK_SHOWN_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
