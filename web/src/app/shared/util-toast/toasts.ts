import { Injectable, signal } from '@angular/core';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'problem';
}

const SHOWN_MS = 6000;

/** Short messages at the foot of the page; the frame reads them out in a live region. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  #next = 1;
  readonly list = signal<readonly Toast[]>([]);

  show(text: string, tone: Toast['tone'] = 'done'): void {
    const toast = { id: this.#next++, text, tone };
    this.list.update((list) => [...list.slice(-2), toast]);
    setTimeout(() => this.dismiss(toast.id), SHOWN_MS);
  }

  dismiss(id: number): void {
    this.list.update((list) => list.filter((toast) => toast.id !== id));
  }
}
