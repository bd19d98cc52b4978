import { DOCUMENT, inject, Injectable } from '@angular/core';

interface Entry {
  /** Not to be taken for one that an earlier load of the page left in the history. */
  readonly mark: string;
  readonly href: string;
  readonly close: () => void;
}

const markOf = (state: unknown): unknown => (state as { dialog?: unknown } | null)?.dialog;

/**
 * An open dialog is a step of its own in the browser's history: "back" closes it and stays on the page. The step has the
 * page's address and never reaches the router, which would take it for a visit of the page and scroll.
 */
@Injectable({ providedIn: 'root' })
export class DialogHistory {
  readonly #window = inject(DOCUMENT).defaultView as Window;
  readonly #entries: Entry[] = [];
  #count = 0;
  /** Waits for the step that the office itself takes back. */
  #left: (() => void) | null = null;

  /** Listeners of a window are called in the order in which they came: to be called before the router comes. */
  start(): void {
    this.#window.addEventListener('popstate', (event) => this.#popped(event));
  }

  /** Answers how to give the step back; to be called once the dialog is closed, whoever closed it. */
  enter(close: () => void): () => Promise<void> {
    const { history, location } = this.#window;
    const entry = { mark: `${performance.timeOrigin}.${(this.#count += 1)}`, href: location.href, close };
    history.pushState({ ...(history.state as object | null), dialog: entry.mark }, '');
    this.#entries.push(entry);
    return () => this.#leave(entry);
  }

  #popped(event: PopStateEvent): void {
    const top = this.#entries.at(-1);
    if (this.#left) {
      event.stopImmediatePropagation();
      this.#left();
      this.#left = null;
    } else if (top?.href === this.#window.location.href) {
      // Further back than the dialog lies another page: that is the router's.
      event.stopImmediatePropagation();
      this.#entries.pop();
      top.close();
    }
  }

  async #leave(entry: Entry): Promise<void> {
    const at = this.#entries.indexOf(entry);
    if (at < 0) return;
    this.#entries.splice(at, 1);
    const { history } = this.#window;
    // A link inside of the dialog led to another page already.
    if (markOf(history.state) !== entry.mark) return;
    await new Promise<void>((resolve) => {
      this.#left = resolve;
      history.back();
    });
  }
}
