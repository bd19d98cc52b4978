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

  /** Answers how to give the step back; to be called once the dialog is closed, whoever closed it. */
  enter(close: () => void): () => Promise<void> {
    const { history, location } = this.#window;
    if (this.#entries.length === 0) this.#window.addEventListener('popstate', this.#back, { capture: true });
    const entry = { mark: `${performance.timeOrigin}.${(this.#count += 1)}`, href: location.href, close };
    history.pushState({ ...(history.state as object | null), dialog: entry.mark }, '');
    this.#entries.push(entry);
    return () => this.#leave(entry);
  }

  readonly #back = (event: PopStateEvent): void => {
    const top = this.#entries.at(-1);
    // Further back than the dialog lies another page: that is the router's.
    if (top?.href !== this.#window.location.href) return;
    event.stopImmediatePropagation();
    this.#drop(top);
    top.close();
  };

  async #leave(entry: Entry): Promise<void> {
    if (!this.#entries.includes(entry)) return;
    this.#drop(entry);
    const { history } = this.#window;
    // A link inside of the dialog led to another page already.
    if (markOf(history.state) !== entry.mark) return;
    await new Promise<void>((resolve) => {
      const arrived = (event: PopStateEvent): void => {
        event.stopImmediatePropagation();
        resolve();
      };
      this.#window.addEventListener('popstate', arrived, { capture: true, once: true });
      history.back();
    });
  }

  #drop(entry: Entry): void {
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    if (this.#entries.length === 0) this.#window.removeEventListener('popstate', this.#back, { capture: true });
  }
}
