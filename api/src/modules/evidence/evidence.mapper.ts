import type { EvidenceOverview, RetentionView, SealView } from '@office/contracts';
import { dateIn, keepUntil, retentionState } from '@office/domain';
import type { OverviewRow, RetentionRow } from './evidence.repository.js';
import type { SealRow } from './seals.repository.js';

export const sealView = ({ sealedAt, ...seal }: SealRow): SealView => ({ ...seal, sealedAt: sealedAt.toISOString() });

export function retentionView({ deadlineTimeZone, finalPaymentOn, holds }: RetentionRow, now: Date): RetentionView {
  const held = holds.length > 0;
  return {
    state: retentionState({ finalPaymentOn, held }, dateIn(deadlineTimeZone, now)),
    finalPaymentOn,
    keepUntil: keepUntil(finalPaymentOn),
    holds: holds.map(({ id, reason, placedAt }) => ({ id, reason, placedAt: new Date(placedAt).toISOString() })),
  };
}

interface Parts {
  readonly overview: OverviewRow;
  readonly retention: RetentionView;
  readonly seals: SealRow[];
  readonly keys: EvidenceOverview['keys'];
}

export const evidenceOverview = ({ overview, retention, seals, keys }: Parts): EvidenceOverview => ({
  ...overview,
  seals: seals.map(sealView),
  keys,
  retention,
});
