import type { AccessRefusal } from '@office/domain';

const WORDS: Record<AccessRefusal, () => string> = {
  role: () => $localize`:@@refusal.role:Your role in this project does not include this.`,
  'other-beneficiary-leads': () => $localize`:@@refusal.otherLeads:Another institution leads this.`,
  'own-beneficiary-leads': () => $localize`:@@refusal.ownLeads:Your own institution leads this, so you may not decide on it.`,
  'no-beneficiary': () => $localize`:@@refusal.noBeneficiary:Only people of a partner institution do this.`,
};

export const refusalWords = (refusal: AccessRefusal): string => WORDS[refusal]();
