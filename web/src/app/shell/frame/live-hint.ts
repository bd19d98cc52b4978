import { Component, effect, inject, signal, untracked } from '@angular/core';
import { Icon } from '../../shared/ui-icon/icon';
import { Live } from '../../shared/util-live/live';

const SHOWN_MS = 6_000;
/** A busy project is seen as often as it changes, and read out now and then. */
const READ_OUT_EVERY_MS = 30_000;

/** A quiet word that what is on screen has just changed, because somebody else changed it. */
@Component({
  selector: 'office-live-hint',
  imports: [Icon],
  template: `
    @if (shown()) {
      <p aria-hidden="true"><office-icon name="check" /><span i18n="@@live.updated">Updated just now</span></p>
    }
    <div class="visually-hidden" role="status" aria-live="polite">
      @if (readOut()) {
        <span i18n="@@live.updatedAloud">This page was updated just now.</span>
      }
    </div>
  `,
  styles: `
    p {
      position: fixed;
      z-index: 30;
      bottom: 16px;
      left: 252px;
      display: flex;
      gap: 6px;
      align-items: center;
      margin: 0;
      padding: 5px 12px 5px 8px;
      border: 1px solid var(--line);
      border-radius: 99px;
      background: var(--surface);
      box-shadow: var(--shadow-1);
      color: var(--ink-2);
      font-size: 12px;
      pointer-events: none;
    }

    @media (max-width: 1100px) {
      p {
        left: 80px;
      }
    }

    @media (max-width: 720px) {
      p {
        top: 64px;
        bottom: auto;
        left: 16px;
      }
    }
  `,
})
export class LiveHint {
  readonly #live = inject(Live);
  protected readonly shown = signal(false);
  protected readonly readOut = signal(false);
  #lastReadOut = -Infinity;

  constructor() {
    effect((onCleanup) => {
      if (this.#live.updates() === 0) return;
      untracked(() => this.#show());
      const timer = setTimeout(() => this.#hide(), SHOWN_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  #show(): void {
    this.shown.set(true);
    const now = performance.now();
    if (now - this.#lastReadOut < READ_OUT_EVERY_MS) return;
    this.#lastReadOut = now;
    this.readOut.set(true);
  }

  #hide(): void {
    this.shown.set(false);
    this.readOut.set(false);
  }
}
