import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** The part of the browser's speech recognition that is used here; TypeScript has no types for it. */
export interface SpeechListener {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: SpeechResult) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
  stop(): void;
}

interface SpeechResult {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

type SpeechConstructor = new () => SpeechListener;

/** Makes a listener; null in a browser that cannot turn speech into text. */
export const SPEECH = new InjectionToken<(() => SpeechListener) | null>('SPEECH', {
  providedIn: 'root',
  factory: () => {
    const view = inject(DOCUMENT).defaultView as {
      SpeechRecognition?: SpeechConstructor;
      webkitSpeechRecognition?: SpeechConstructor;
    } | null;
    const Listener = view?.SpeechRecognition ?? view?.webkitSpeechRecognition;
    return Listener ? () => new Listener() : null;
  },
});

/** What was said for good since the last result. */
export function finalWords({ results, resultIndex }: SpeechResult): string {
  return Array.from(results)
    .slice(resultIndex)
    .filter((result) => result.isFinal)
    .map((result) => result[0]?.transcript.trim() ?? '')
    .filter((words) => words !== '')
    .join(' ');
}

/** Puts what was said behind what stands there: a sentence begins with a capital, anything else goes on in its line. */
export function withSpoken(text: string, spoken: string, most: number): string {
  const before = text.trimEnd();
  const starts = before === '' || /[.!?…]$/.test(before);
  const words = starts ? spoken.charAt(0).toLocaleUpperCase() + spoken.slice(1) : spoken;
  return (before === '' ? words : `${before} ${words}`).slice(0, most);
}

/** Why nothing is heard. An end without a word, or one that was asked for, is none. */
export function deafWords(error: string): string | null {
  switch (error) {
    case 'aborted':
    case 'no-speech':
      return null;
    case 'not-allowed':
    case 'service-not-allowed':
      return $localize`:@@dictate.notAllowed:This browser may not use the microphone for the office. Allow it in the site's settings, or type.`;
    case 'audio-capture':
      return $localize`:@@dictate.noMicrophone:No microphone was found. Type instead.`;
    default:
      return $localize`:@@dictate.failed:The browser could not turn speech into text. Type instead.`;
  }
}
