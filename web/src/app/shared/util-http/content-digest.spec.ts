import { createHash, webcrypto } from 'node:crypto';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { contentDigest } from './content-digest';

const file = (text: string): File =>
  Object.assign(new File([text], 'figures.csv'), { arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) });

describe('the digest of a file', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is what the server takes for it', async () => {
    Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle, configurable: true });
    const expected = createHash('sha256').update('a;b\n').digest('base64');
    expect(await contentDigest(file('a;b\n'))).toBe(`sha-256=:${expected}:`);
  });

  it('is none where the browser reckons none', async () => {
    Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined, configurable: true });
    expect(await contentDigest(file('a;b\n'))).toBeNull();
  });
});
