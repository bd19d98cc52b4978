/** JSON whose text is the same whoever writes it: names in order, no spaces (RFC 8785 for texts, whole numbers and their like). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const ordered = members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${ordered.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}
