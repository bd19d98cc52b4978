/** `randomUUID` is only there where the page came over TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The `Idempotency-Key` of each write. Whoever does the same again because no answer came, sends the same key, and the
 * server does it once; with an answer the action is over, and the next one is another.
 */
export class WriteKeys {
  readonly #unanswered = new Map<string, string>();

  keyFor(action: string): string {
    const key = this.#unanswered.get(action) ?? newKey();
    this.#unanswered.set(action, key);
    return key;
  }

  answered(action: string): void {
    this.#unanswered.delete(action);
  }
}
