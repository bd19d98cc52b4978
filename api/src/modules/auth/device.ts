const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/(?:Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const find = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([sign]) => sign.test(text))?.[1];

/** "Firefox · Windows": enough to recognise an own session, too little to recognise a person. */
export function deviceOf(userAgent: string | undefined): string {
  const parts = [find(BROWSERS, userAgent ?? ''), find(SYSTEMS, userAgent ?? '')].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : 'Other';
}
