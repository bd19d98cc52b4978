import { inject, Injectable, DOCUMENT } from '@angular/core';
import { type KeptDraft, keptFrom } from './kept-draft';
import { isEmpty } from './review-draft';

/** Drafts of reviews in this browser, one per person and round, until they are sent. Works without when storage is refused. */
@Injectable({ providedIn: 'root' })
export class DraftShelf {
  readonly #window = inject(DOCUMENT).defaultView;

  take(personId: string, roundId: string): KeptDraft {
    try {
      return keptFrom(JSON.parse(this.#window?.localStorage.getItem(keyOf(personId, roundId)) ?? 'null'));
    } catch {
      return keptFrom(null);
    }
  }

  /** False when the browser keeps nothing. An empty draft is kept only until the office knows that it is empty. */
  put(personId: string, roundId: string, kept: KeptDraft): boolean {
    if (isEmpty(kept.draft) && !kept.ahead) return this.remove(personId, roundId);
    try {
      this.#window?.localStorage.setItem(keyOf(personId, roundId), JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  remove(personId: string, roundId: string): boolean {
    try {
      this.#window?.localStorage.removeItem(keyOf(personId, roundId));
      return true;
    } catch {
      return false;
    }
  }
}

const keyOf = (personId: string, roundId: string): string => `office.review.${personId}.${roundId}`;
