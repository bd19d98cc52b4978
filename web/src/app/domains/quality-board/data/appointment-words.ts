import type { ReviewerCandidateView, ReviewerChoiceView } from '@office/contracts';
import { currentLocale, plural } from '../../../shared/util-locale/format';
import { originWords } from './rule-words';

/** "Viet Nam" of VN. */
export const countryWords = (code: string): string =>
  new Intl.DisplayNames(currentLocale(), { type: 'region', fallback: 'code' }).of(code) ?? code;

export const loadWords = (load: number): string =>
  load === 0
    ? $localize`:@@appoint.free:nothing to review now`
    : plural(load, {
        one: $localize`:@@appoint.loadOne:1 review to write`,
        other: $localize`:@@appoint.load:${load}:load: reviews to write`,
      });

export function appointmentWords({ needed, origins }: Pick<ReviewerChoiceView, 'needed' | 'origins'>): string {
  const count = plural(needed, {
    one: $localize`:@@appoint.one:The rules ask for 1 reviewer`,
    other: $localize`:@@appoint.many:The rules ask for ${needed}:needed: reviewers`,
  });
  if (origins.length === 0) return `${count}.`;
  const from = origins
    .map((origin) => $localize`:@@rules.oneFrom:one from ${originWords(origin)}:origin:`)
    .join($localize`:@@rules.and: and `);
  return $localize`:@@appoint.from:${count}:count:, at least ${from}:from:.`;
}

export const suggestedOf = (candidates: readonly ReviewerCandidateView[]): ReviewerCandidateView[] =>
  candidates.filter(({ suggested }) => suggested);

export function isSuggested(candidates: readonly ReviewerCandidateView[], chosen: ReadonlySet<string>): boolean {
  const suggested = suggestedOf(candidates);
  return suggested.length === chosen.size && suggested.every(({ membershipId }) => chosen.has(membershipId));
}
