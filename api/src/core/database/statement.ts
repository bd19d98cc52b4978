/** A named SQL statement: prepared once per connection, then only its values travel. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export const statement = (name: string, text: string): Statement => ({ name, text });
