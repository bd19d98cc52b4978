/** Makes Excel read the file as UTF-8. */
const BOM = '\ufeff';

/** What a spreadsheet would take for a formula, also behind blanks and in the wide forms of East Asian type. */
const FORMULA = /^[\t\r]|^\s*[=+\-@＝＋－＠]/u;
const NEEDS_QUOTES = /[",;\r\n]/;

/** A number is written as it is; a text that could run as a formula is kept a text by an apostrophe. */
function csvCell(value: string | { readonly decimal: `${number}` }): string {
  if (typeof value !== 'string') return value.decimal;
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export type CsvValue = Parameters<typeof csvCell>[0];

/** RFC 4180 with a byte order mark. */
export const csvOf = (rows: readonly (readonly CsvValue[])[]): string =>
  BOM + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
