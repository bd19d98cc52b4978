/** An EventSource that the test speaks through. */
export class FakeSource {
  static all: FakeSource[] = [];
  closed = false;
  readonly #listeners = new Map<string, (event: { data: string }) => void>();

  constructor(readonly address: string) {
    FakeSource.all.push(this);
  }

  static last(): FakeSource {
    const source = FakeSource.all.at(-1);
    if (!source) throw new Error('no stream was opened');
    return source;
  }

  addEventListener(name: string, hear: (event: { data: string }) => void): void {
    this.#listeners.set(name, hear);
  }

  close(): void {
    this.closed = true;
  }

  tell(name: string, event: unknown): void {
    this.#listeners.get(name)?.({ data: JSON.stringify(event) });
  }

  fail(): void {
    this.#listeners.get('error')?.({ data: '' });
  }
}
