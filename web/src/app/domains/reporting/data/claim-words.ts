import type { ClaimGapView, ClaimView } from '@office/contracts';
import type { ClaimGapKind } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';

const GAPS: Record<ClaimGapKind, (gap: ClaimGapView) => string> = {
  'deliverable-not-submitted': ({ number, beneficiary }) =>
    $localize`:@@gap.deliverable:${number}:number: not submitted (${beneficiary.shortName}:partner:)`,
  'part-unfinished': ({ number, beneficiary }) => $localize`:@@gap.part:${number}:number: not done by ${beneficiary.shortName}:partner:`,
  'part-without-evidence': ({ number, beneficiary }) =>
    $localize`:@@gap.evidence:${number}:number: without evidence of ${beneficiary.shortName}:partner:`,
};

export const gapWords = (gap: ClaimGapView): string => GAPS[gap.kind](gap);

/** "3 missing", or null where nothing is. */
export const gapCountWords = (gaps: readonly ClaimGapView[]): string | null =>
  gaps.length === 0
    ? null
    : plural(gaps.length, { one: $localize`:@@gap.one:1 missing`, other: $localize`:@@gap.other:${gaps.length}:count: missing` });

/** What can be done next with a claim: nothing once the money has come, or once another period has it. */
export type ClaimOffer = 'declare' | 'answer' | 'pay';

export function claimOffer({ state, acceptedInPeriod }: ClaimView, isEditable: boolean): ClaimOffer | null {
  switch (state) {
    case 'draft':
      return isEditable && acceptedInPeriod === null ? 'declare' : null;
    case 'under-assessment':
      return 'answer';
    case 'accepted':
    case 'partly-accepted':
      return 'pay';
    case 'rejected':
    case 'paid':
      return null;
  }
}
