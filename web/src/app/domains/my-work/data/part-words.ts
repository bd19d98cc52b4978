import type { DeliverablePart } from '@office/domain';

const WORDS: Record<DeliverablePart, () => string> = {
  lead: () => $localize`:@@part.lead:Lead`,
  contributor: () => $localize`:@@part.contributor:Contributor`,
  reviewer: () => $localize`:@@part.reviewer:Reviewer`,
};

export const partWords = (part: DeliverablePart): string => WORDS[part]();
