/** What goes by a name in the demonstration; a life that names something else is wrong. */
export function theOne<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new RangeError(`not-in-the-demonstration:${name}`);
  return found;
}
