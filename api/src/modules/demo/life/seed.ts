const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5;

/** Lets every bit of a hash depend on every other (the last steps of MurmurHash3). */
function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** A whole number below `below`, always the same for the same words: variety without chance. */
export function seeded(below: number, ...words: readonly (string | number)[]): number {
  let hash = FNV_START;
  for (const character of words.join('·')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
  return mixed(hash) % below;
}

/** One of the items, always the same for the same words. */
export function pick<T>(items: readonly T[], ...words: readonly (string | number)[]): T {
  const item = items[seeded(items.length, ...words)];
  if (item === undefined) throw new RangeError('nothing-to-pick-from');
  return item;
}

/** The items in an order of their own, always the same for the same words. */
export const shuffled = <T extends string>(items: readonly T[], ...words: readonly (string | number)[]): T[] =>
  [...items].sort((a, b) => seeded(0x1000000, a, ...words) - seeded(0x1000000, b, ...words));
