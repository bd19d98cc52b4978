import { Injectable, signal } from '@angular/core';

/** Where a message leads. */
export interface ToastLink {
  readonly label: string;
  /** Commands of the router. */
  readonly to: readonly string[];
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'problem';
  readonly link?: ToastLink;
}

const SHOWN_MS = 6000;
/** A link takes longer to be reached than words to be read. */
const SHOWN_WITH_LINK_MS = 15_000;

/** Short messages at the foot of the page; the frame reads them out in a live region. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  #next = 1;
  readonly list = signal<readonly Toast[]>([]);

  show(text: string, tone: Toast['tone'] = 'done', link?: ToastLink): void {
    const toast: Toast = { id: this.#next++, text, tone, ...(link && { link }) };
    this.list.update((list) => [...list.slice(-2), toast]);
    setTimeout(() => this.dismiss(toast.id), link ? SHOWN_WITH_LINK_MS : SHOWN_MS);
  }

  dismiss(id: number): void {
    this.list.update((list) => list.filter((toast) => toast.id !== id));
  }
}
