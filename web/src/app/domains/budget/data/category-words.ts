import type { CostCategory } from '@office/domain';

const WORDS: Record<CostCategory, () => string> = {
  A: () => $localize`:@@cost.A:Direct personnel costs`,
  B: () => $localize`:@@cost.B:Subcontracting costs`,
  C1: () => $localize`:@@cost.C1:Travel and subsistence`,
  C2: () => $localize`:@@cost.C2:Equipment`,
  C3: () => $localize`:@@cost.C3:Other goods, works and services`,
  D: () => $localize`:@@cost.D:Other cost categories`,
  E: () => $localize`:@@cost.E:Indirect costs`,
};

export const categoryWords = (category: CostCategory): string => WORDS[category]();
