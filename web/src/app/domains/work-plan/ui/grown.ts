import {
  afterNextRender,
  afterRenderEffect,
  ApplicationRef,
  DestroyRef,
  DOCUMENT,
  inject,
  Injector,
  signal,
  type Signal,
} from '@angular/core';

export interface Grown {
  /** How many of the items are drawn already. */
  readonly count: Signal<number>;
  /** Draws all of them at once, before the page is printed. */
  all(): void;
  /** Draws all of them and scrolls to the row of that id. */
  show(id: string): void;
}

/**
 * Draws a long list in steps, one a frame: the first screen can be used at once, and no frame waits for all of it. In
 * the end every item is in the page, so that it can be searched, read out, linked to and printed.
 */
export function grown(length: () => number, step: number): Grown {
  const [app, injector, document] = [inject(ApplicationRef), inject(Injector), inject(DOCUMENT)];
  const count = signal(step);
  let frame = 0;
  afterRenderEffect(() => {
    if (count() >= length()) return;
    frame = requestAnimationFrame(() => count.update((drawn) => drawn + step));
  });
  inject(DestroyRef).onDestroy(() => cancelAnimationFrame(frame));
  const all = (): void => count.set(Number.MAX_SAFE_INTEGER);
  const scroll = (id: string): void => document.getElementById(`plan-${id}`)?.scrollIntoView({ block: 'center', inline: 'nearest' });
  return {
    count: count.asReadonly(),
    all: () => {
      all();
      app.tick();
    },
    show: (id) => {
      all();
      afterNextRender({ read: () => scroll(id) }, { injector });
    },
  };
}
