import { instantWords } from '../../../shared/util-time/words';
import type { OfficeDraft } from './kept-draft';

/** Where a draft lies: with the office too, in this browser alone, or nowhere at all. */
export type KeptWhere = 'office' | 'browser' | 'nowhere';

/** Of two drafts the one that is not shown, and where it was written. */
export type OtherDraft = OfficeDraft & { readonly from: 'browser' | 'office' };

export function keptWords(where: KeptWhere | null): string {
  switch (where) {
    case 'office':
      return $localize`:@@review.keptOffice:Draft saved, for your eyes only`;
    case 'browser':
      return $localize`:@@review.kept:Draft kept in this browser`;
    case 'nowhere':
      return $localize`:@@review.notKept:This browser keeps no draft: send before you leave`;
    case null:
      return '';
  }
}

/** What is said when a draft was gone on with in two places: the newest is shown, and the other is not lost. */
export function otherDraftWords(
  other: OtherDraft,
  zone: string,
): { readonly shown: string; readonly left: string; readonly action: string } {
  const when = other.typedAt === '' ? '' : instantWords(other.typedAt, zone);
  const left = when === '' ? '' : $localize`:@@review.otherOf:The other one is of ${when}:when:.`;
  return other.from === 'browser'
    ? {
        shown: $localize`:@@review.shownOffice:You went on with this review in another browser: that draft is shown.`,
        left,
        action: $localize`:@@review.takeHere:Take the one of this browser`,
      }
    : {
        shown: $localize`:@@review.shownBrowser:The draft of this browser is shown. You went on in another one too.`,
        left,
        action: $localize`:@@review.takeOffice:Take the other one`,
      };
}
