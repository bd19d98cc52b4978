/** A named SQL statement: prepared once per connection, then only its values travel. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export const statement = (name: string, text: string): Statement => ({ name, text });

/** More texts than the application has: what goes beyond was put together while running, and is not worth preparing. */
const MOST_NAMES = 1_000;
const byText = new Map<string, Statement>();

/** The same text is the same statement, with a name that nobody needs to think of. */
export function named(text: string): Statement | { readonly text: string } {
  const known = byText.get(text);
  if (known !== undefined) return known;
  if (byText.size >= MOST_NAMES) return { text };
  const made = statement(`text-${byText.size + 1}`, text);
  byText.set(text, made);
  return made;
}
