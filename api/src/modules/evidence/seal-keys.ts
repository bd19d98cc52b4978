import { createHash, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { SealKeyView } from '@office/contracts';
import { readPrivateKey, readPublicKeys } from '../../core/config/seal-key.js';
import { Settings } from '../../core/config/settings.js';

const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);

/** The key of a server that was given none: made once, readable by its user alone. */
function ownKey(dataDir: string): KeyObject {
  const path = join(dataDir, 'seal-key.pem');
  try {
    return readPrivateKey(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
    return privateKey;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return ownKey(dataDir);
  }
}

const formerKeys = ({ SEAL_FORMER_KEYS: given }: Settings): KeyObject[] => (given === undefined ? [] : readPublicKeys(given));

/** Keys are settings, not rows: whoever owns the database can neither sign nor add a key that is believed. */
@Injectable()
export class SealKeys {
  private readonly privateKey: KeyObject;
  private readonly publicKeys = new Map<string, KeyObject>();
  /** Of the key that signs now. */
  readonly keyId: string;

  constructor(settings: Settings) {
    this.privateKey = settings.SEAL_PRIVATE_KEY === undefined ? ownKey(settings.DATA_DIR) : readPrivateKey(settings.SEAL_PRIVATE_KEY);
    const current = createPublicKey(this.privateKey);
    this.keyId = keyIdOf(current);
    for (const key of [current, ...formerKeys(settings)]) this.publicKeys.set(keyIdOf(key), key);
  }

  sign(content: string | Uint8Array): string {
    return sign(null, Buffer.from(content), this.privateKey).toString('base64');
  }

  knows(keyId: string): boolean {
    return this.publicKeys.has(keyId);
  }

  verify(keyId: string, content: string, signature: string): boolean {
    const key = this.publicKeys.get(keyId);
    return key !== undefined && verify(null, Buffer.from(content), key, Buffer.from(signature, 'base64'));
  }

  get current(): SealKeyView {
    return this.viewOf(this.keyId, createPublicKey(this.privateKey));
  }

  get all(): SealKeyView[] {
    return [...this.publicKeys].map(([keyId, key]) => this.viewOf(keyId, key));
  }

  private viewOf(keyId: string, key: KeyObject): SealKeyView {
    const publicKey = key.export({ format: 'pem', type: 'spki' }).toString();
    return { keyId, algorithm: 'Ed25519', publicKey, current: keyId === this.keyId };
  }
}
