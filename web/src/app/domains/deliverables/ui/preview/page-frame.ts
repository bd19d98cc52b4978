import { Component, type ElementRef, inject, input, LOCALE_ID, output, viewChild } from '@angular/core';

/** What the frame says; it has no origin, so it is known by its window alone. */
type FrameMessage = { readonly kind: 'ready' | 'failed' } | { readonly kind: 'shown'; readonly pages: number };

/** The pages of a PDF, drawn in a frame that has neither cookies nor a way into the app. */
@Component({
  selector: 'office-page-frame',
  template: `<iframe
    #frame
    src="/preview/frame.html"
    sandbox="allow-scripts"
    referrerpolicy="no-referrer"
    i18n-title="@@preview.frame"
    title="Pages of the file"
  ></iframe>`,
  styles: `
    :host,
    iframe {
      display: block;
      width: 100%;
      height: 100%;
      border: 0;
    }
  `,
  host: { '(window:message)': 'hear($event)' },
})
export class PageFrame {
  readonly #language = inject(LOCALE_ID);
  private readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');
  readonly bytes = input.required<ArrayBuffer>();
  /** The first page stands; how many there are. */
  readonly shown = output<number>();
  readonly failed = output();

  protected hear({ source, data }: MessageEvent<FrameMessage>): void {
    const frame = this.frame().nativeElement.contentWindow;
    if (frame === null || source !== frame) return;
    if (data.kind === 'failed') this.failed.emit();
    else if (data.kind === 'shown') this.shown.emit(data.pages);
    // What has no origin cannot be named as a receiver; the window is ours, and its content is fixed by its policy.
    else frame.postMessage({ kind: 'pdf', bytes: this.bytes(), label: this.#label, language: this.#language }, '*');
  }

  /** The frame fills in the numbers. */
  get #label(): string {
    return $localize`:@@preview.page:Page ${'{page}'}:page: of ${'{pages}'}:pages:`;
  }
}
