import { Component, DestroyRef, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../../../shared/ui-icon/icon';
import { deafWords, finalWords, SPEECH, type SpeechListener } from '../data/speech';

/** Speaking instead of typing, where the browser can turn speech into text; elsewhere nothing is here. */
@Component({
  selector: 'office-dictate',
  imports: [Icon, MatButton],
  template: `
    @if (offered) {
      <button matButton="outlined" type="button" [attr.aria-pressed]="listening()" [class.on]="listening()" (click)="toggle()">
        <office-icon name="microphone" />
        @if (listening()) {
          <ng-container i18n="@@dictate.stop">Stop dictating</ng-container>
        } @else {
          <ng-container i18n="@@dictate.start">Dictate</ng-container>
        }
        <span class="visually-hidden">&ngsp;{{ what() }}</span>
      </button>
      <p role="status" [class.deaf]="deaf()">
        @if (deaf(); as why) {
          {{ why }}
        } @else if (listening()) {
          <ng-container i18n="@@dictate.listening"
            >Listening. Your browser may send what you say to its maker to write it down.</ng-container
          >
        }
      </p>
    }
  `,
  styleUrl: './dictate.scss',
})
export class Dictate {
  readonly #make = inject(SPEECH);
  readonly #language = inject(DOCUMENT).documentElement.lang;
  #listener: SpeechListener | null = null;
  /** What is dictated, for those who hear the button instead of seeing where it stands: "comment 2". */
  readonly what = input('');
  /** A piece of text, each time somebody has paused. */
  readonly heard = output<string>();

  protected readonly offered = this.#make !== null;
  protected readonly listening = signal(false);
  protected readonly deaf = signal<string | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#leave());
  }

  protected toggle(): void {
    if (this.listening()) this.#listener?.stop();
    else this.#start();
  }

  #start(): void {
    const listener = this.#make?.();
    if (!listener) return;
    listener.lang = this.#language;
    listener.continuous = true;
    listener.interimResults = false;
    listener.onresult = (event) => {
      const words = finalWords(event);
      if (words !== '') this.heard.emit(words);
    };
    listener.onerror = ({ error }) => this.deaf.set(deafWords(error));
    listener.onend = () => this.listening.set(false);
    this.deaf.set(null);
    this.listening.set(true);
    this.#listener = listener;
    listener.start();
  }

  /** The field is gone: whatever is still said belongs nowhere. */
  #leave(): void {
    if (!this.#listener) return;
    this.#listener.onresult = this.#listener.onerror = this.#listener.onend = null;
    this.#listener.abort();
  }
}
