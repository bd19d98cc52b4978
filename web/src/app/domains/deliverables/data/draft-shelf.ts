import { inject, Injectable, DOCUMENT } from '@angular/core';
import { draftFrom, isEmpty, type ReviewDraft } from './review-draft';

/** Drafts of reviews in this browser, one per person and round, until they are sent. Works without when storage is refused. */
@Injectable({ providedIn: 'root' })
export class DraftShelf {
  readonly #window = inject(DOCUMENT).defaultView;

  take(personId: string, roundId: string): ReviewDraft {
    try {
      return draftFrom(JSON.parse(this.#window?.localStorage.getItem(keyOf(personId, roundId)) ?? 'null'));
    } catch {
      return draftFrom(null);
    }
  }

  /** False when the browser keeps nothing. */
  put(personId: string, roundId: string, draft: ReviewDraft): boolean {
    try {
      if (isEmpty(draft)) this.#window?.localStorage.removeItem(keyOf(personId, roundId));
      else this.#window?.localStorage.setItem(keyOf(personId, roundId), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }
}

const keyOf = (personId: string, roundId: string): string => `office.review.${personId}.${roundId}`;
