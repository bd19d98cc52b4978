import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'office-theme';

@Injectable({ providedIn: 'root' })
export class ThemeStore {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #theme = signal<Theme>('system');
  readonly theme = this.#theme.asReadonly();

  start(): void {
    const kept = this.#kept();
    this.#apply(THEMES.find((theme) => theme === kept) ?? 'system');
  }

  choose(theme: Theme): void {
    this.#apply(theme);
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // A browser that keeps nothing still shows the theme until the page is closed.
    }
  }

  #kept(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  #apply(theme: Theme): void {
    this.#theme.set(theme);
    if (theme === 'system') this.#root.removeAttribute('data-theme');
    else this.#root.setAttribute('data-theme', theme);
  }
}
