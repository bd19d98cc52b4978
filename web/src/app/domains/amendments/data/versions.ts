import type { AmendmentsView } from '@office/contracts';
import { addDays, type PlainDate } from '@office/domain';

/** One version of the agreement: since when it counts, and until when. */
export interface AgreementVersion {
  readonly number: number;
  readonly word: string;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly to: string | null;
  readonly inForce: boolean;
}

/** The versions of the plan by the dates from which they count, newest first; none before the agreement is signed. */
export function agreementVersions({ agreement, items }: AmendmentsView): AgreementVersion[] {
  if (agreement.lockedOn === null) return [];
  const accepted = items
    .flatMap(({ label, title, effectiveOn, state }) =>
      state === 'accepted' && label !== null && effectiveOn !== null
        ? [{ number: Number(label), word: $localize`:@@version.after:After amendment ${label}:number:`, title, from: effectiveOn }]
        : [],
    )
    .toSorted((a, b) => a.number - b.number);
  const signed = { number: 0, word: $localize`:@@version.signed:As signed`, title: '', from: agreement.lockedOn };
  const all = [signed, ...accepted];
  return all
    .map((version, index) => {
      const next = all[index + 1];
      return { ...version, to: next ? addDays(next.from as PlainDate, -1) : null, inForce: version.number === agreement.inForce };
    })
    .toReversed();
}
