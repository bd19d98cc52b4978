import type { DeliverableState } from '@office/domain';

/** Handed over: the consortium's own work on it is done. */
export const isWithEacea = (state: DeliverableState): boolean => state === 'submitted' || state === 'accepted';
