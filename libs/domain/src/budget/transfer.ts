import { cents, type Cents } from '../kernel/cents.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { cellKey, type Share } from './share-matrix.js';

/** A cell of Annex 2. */
export type Cell = Pick<Share, 'workPackage' | 'beneficiary'>;

/** Money that moves from one cell of Annex 2 to another; the total stays. */
export interface Transfer {
  readonly from: Cell;
  readonly to: Cell;
  readonly amountCents: Cents;
}

export type TransferRefusal =
  | { readonly code: 'amount-not-positive' | 'same-cell' }
  | { readonly code: 'cell-unknown' | 'work-package-frozen'; readonly cell: Cell }
  | { readonly code: 'share-too-small'; readonly cell: Cell; readonly shareCents: Cents };

const samePlace = (one: Cell, other: Cell): boolean => cellKey(one) === cellKey(other);

function refusalOf(shares: readonly Share[], { from, to, amountCents }: Transfer, frozen: ReadonlySet<string>): TransferRefusal | null {
  if (amountCents <= 0) return { code: 'amount-not-positive' };
  if (samePlace(from, to)) return { code: 'same-cell' };
  const unknown = [from, to].find((cell) => !shares.some((share) => samePlace(share, cell)));
  if (unknown) return { code: 'cell-unknown', cell: unknown };
  const closed = [from, to].find((cell) => frozen.has(cell.workPackage));
  if (closed) return { code: 'work-package-frozen', cell: closed };
  const source = shares.find((share) => samePlace(share, from));
  if (source && source.amountCents < amountCents) return { code: 'share-too-small', cell: from, shareCents: source.amountCents };
  return null;
}

/**
 * The matrix after a transfer. Shares of a completed or paid work package stay as they are, no cell falls below 0, and
 * the sum of all cells never moves (handbook 1.8, 6.2 no. 1 and 3).
 * @param frozen work packages that nothing may move in or out of.
 */
export function transferShare(
  shares: readonly Share[],
  transfer: Transfer,
  frozen: ReadonlySet<string>,
): Result<readonly Share[], TransferRefusal> {
  const refusal = refusalOf(shares, transfer, frozen);
  if (refusal) return refuse(refusal);
  const change = (share: Share): number =>
    Number(samePlace(share, transfer.to)) * transfer.amountCents - Number(samePlace(share, transfer.from)) * transfer.amountCents;
  return ok(shares.map((share) => ({ ...share, amountCents: cents(share.amountCents + change(share)) })));
}

/** The transfer that takes another one back. */
export const reverseTransfer = ({ from, to, amountCents }: Transfer): Transfer => ({ from: to, to: from, amountCents });

/** Several transfers that stand or fall together; the refusal names the place of the first that cannot be done, from 0. */
export function transferShares(
  shares: readonly Share[],
  transfers: readonly Transfer[],
  frozen: ReadonlySet<string>,
): Result<readonly Share[], { readonly index: number; readonly refusal: TransferRefusal }> {
  let current = shares;
  for (const [index, transfer] of transfers.entries()) {
    const next = transferShare(current, transfer, frozen);
    if (!next.ok) return refuse({ index, refusal: next.reason });
    current = next.value;
  }
  return ok(current);
}

/** One cell that differs between two versions of Annex 2; a cell that one of them lacks counts as 0 there. */
export interface CellDifference extends Cell {
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
}

/** What changed between two versions of Annex 2, in the order of the later one, cells that vanished last. */
export function compareShares(before: readonly Share[], after: readonly Share[]): CellDifference[] {
  const old = new Map(before.map((share) => [cellKey(share), share.amountCents]));
  const kept = new Set(after.map(cellKey));
  const gone = before.filter((share) => !kept.has(cellKey(share)));
  return [
    ...after.map(({ workPackage, beneficiary, amountCents }) => ({
      workPackage,
      beneficiary,
      beforeCents: old.get(cellKey({ workPackage, beneficiary })) ?? cents(0),
      afterCents: amountCents,
    })),
    ...gone.map(({ workPackage, beneficiary, amountCents }) => ({
      workPackage,
      beneficiary,
      beforeCents: amountCents,
      afterCents: cents(0),
    })),
  ].filter(({ beforeCents, afterCents }) => beforeCents !== afterCents);
}
