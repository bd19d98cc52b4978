import type { AttentionItem, BeneficiaryRef } from '@office/contracts';
import { WARNING_SEVERITIES, type WarningSeverity } from '@office/domain';

export interface AttentionGroup<Item> {
  readonly severity: WarningSeverity;
  readonly items: readonly Item[];
}

/** Items in their order, one group a severity, groups without items left out. */
export const bySeverity = <Item extends Pick<AttentionItem, 'severity'>>(items: readonly Item[]): AttentionGroup<Item>[] =>
  WARNING_SEVERITIES.map((severity) => ({ severity, items: items.filter((item) => item.severity === severity) })).filter(
    (group) => group.items.length > 0,
  );

/** Partners that something is asked of, each once, by name. */
export function partnersIn(items: readonly Pick<AttentionItem, 'beneficiaries'>[]): BeneficiaryRef[] {
  const partners = new Map(items.flatMap(({ beneficiaries }) => beneficiaries).map((partner) => [partner.id, partner]));
  return [...partners.values()].sort((a, b) => a.shortName.localeCompare(b.shortName));
}

/** What one partner leads or can do something about; all without one. */
export const ofPartner = <Item extends Pick<AttentionItem, 'beneficiaries'>>(items: readonly Item[], partnerId: string): readonly Item[] =>
  partnerId === '' ? items : items.filter(({ beneficiaries }) => beneficiaries.some(({ id }) => id === partnerId));
