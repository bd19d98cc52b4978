/** One column of a row that is not what was recorded; texts as JSON, null where the column is missing. */
export interface ChangedField {
  readonly name: string;
  readonly recorded: string | null;
  readonly now: string | null;
}

type Row = Readonly<Record<string, unknown>>;

const jsonOf = (row: Row, name: string): string | null => (name in row ? JSON.stringify(row[name]) : null);

/**
 * How a row differs from its record. A column that came later was given to every row: it stands at nothing or at its
 * default (`defaults`), and whatever else it holds in a row older than itself was put there.
 */
export function changedFields(recorded: Row, now: Row, defaults: Row): ChangedField[] {
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    const [before, after] = [jsonOf(recorded, name), jsonOf(now, name)];
    const untouched = before === null && (after === 'null' || after === jsonOf(defaults, name));
    return before === after || untouched ? [] : [{ name, recorded: before, now: after }];
  });
}
