import type { CommentKind, Criterion, Exclusion, Tally } from '@office/domain';
import { formatPercent, plural } from '../../../shared/util-locale/format';

const EXCLUSION: Record<Exclusion, () => string> = {
  'leads-deliverable': () => $localize`:@@exclusion.leads:Leads this deliverable: may answer, may not vote`,
  'wrote-version': () => $localize`:@@exclusion.wrote:Wrote this version: may answer, may not vote`,
  recused: () => $localize`:@@exclusion.recused:Declared a conflict of interest: may not vote`,
};

const CRITERION: Record<Criterion, () => string> = {
  relevance: () => $localize`:@@criterion.relevance:Relevance`,
  completeness: () => $localize`:@@criterion.completeness:Completeness`,
  quality: () => $localize`:@@criterion.quality:Quality`,
  clarity: () => $localize`:@@criterion.clarity:Clarity`,
  visibility: () => $localize`:@@criterion.visibility:Visibility`,
};

const COMMENT_KIND: Record<CommentKind, () => string> = {
  major: () => $localize`:@@comment.major:Major`,
  minor: () => $localize`:@@comment.minor:Minor`,
  advice: () => $localize`:@@comment.advice:Advice`,
};

const PARTS: ReadonlyMap<number, () => string> = new Map([
  [5_000, () => $localize`:@@fraction.half:half`],
  [6_666, () => $localize`:@@fraction.twoThirds:two thirds`],
  [6_667, () => $localize`:@@fraction.twoThirds:two thirds`],
  [7_500, () => $localize`:@@fraction.threeQuarters:three quarters`],
  [10_000, () => $localize`:@@fraction.all:all`],
]);

/** Why a member of the board may not vote. */
export const exclusionWords = (exclusion: Exclusion): string => EXCLUSION[exclusion]();
export const criterionWords = (criterion: Criterion): string => CRITERION[criterion]();
export const commentKindWords = (kind: CommentKind): string => COMMENT_KIND[kind]();

/** "two thirds" of 6666 basis points; a percentage where there is no word for the part. */
export const partOfVotesWords = (basisPoints: number): string => PARTS.get(basisPoints)?.() ?? formatPercent(basisPoints / 100);

/** "3 of 6 verdicts in" */
export const verdictsInWords = ({ cast, eligible }: Tally): string =>
  $localize`:@@tally.in:${cast}:cast: of ${eligible}:eligible: verdicts in`;

/** "3 in favour, 1 against" */
export const votesWords = ({ cast, inFavour }: Tally): string =>
  $localize`:@@tally.votes:${inFavour}:inFavour: in favour, ${cast - inFavour}:against: against`;

/** What the verdicts that are in amount to. */
export function outcomeWords({ outcome, quorum, cast }: Tally): string {
  switch (outcome) {
    case 'pending': {
      const missing = Math.max(quorum, 1) - cast;
      return plural(missing, {
        one: $localize`:@@tally.missingOne:1 verdict short of the quorum of ${quorum}:quorum:`,
        other: $localize`:@@tally.missing:${missing}:missing: verdicts short of the quorum of ${quorum}:quorum:`,
      });
    }
    case 'sign-off':
      return $localize`:@@tally.signOff:quorum and majority reached: can be signed off`;
    case 'changes':
      return $localize`:@@tally.changes:the majority is against: changes can be requested`;
  }
}
