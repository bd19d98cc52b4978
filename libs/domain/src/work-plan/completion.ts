import type { Timeliness, WorkState } from './work-status.js';

/** What is open of a part, worst first: past its last day, standing still, or simply not done yet. */
export const HOLD_UPS = ['late', 'blocked', 'open'] as const;
export type HoldUp = (typeof HOLD_UPS)[number];

/** A partner's part of one task of a work package. */
export interface BoardPart {
  readonly state: WorkState;
  readonly timeliness: Timeliness;
}

/** How a part holds its work package up; null when it does not. */
export function holdUpOf({ state, timeliness }: BoardPart): HoldUp | null {
  if (state === 'done') return null;
  if (timeliness === 'late') return 'late';
  return state === 'blocked' ? 'blocked' : 'open';
}

/**
 * The worst of a partner's parts. The share of a work package is paid for completed work only, and for all partners or
 * for none: one open part holds up the whole lump sum (handbook 1.4).
 */
export function worstHoldUp(parts: readonly BoardPart[]): HoldUp | null {
  const found = parts.map(holdUpOf);
  return HOLD_UPS.find((holdUp) => found.includes(holdUp)) ?? null;
}
