import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** An environment often holds no line breaks: then they are written as `\n`, or the key is base64 without a frame. */
function ofEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not-ed25519');
  return key;
}

/** @throws when the text is no Ed25519 private key. */
export function readPrivateKey(text: string): KeyObject {
  const pem = text.trim().replaceAll('\\n', '\n');
  if (pem.startsWith('-----')) return ofEd25519(createPrivateKey(pem));
  return ofEd25519(createPrivateKey({ key: Buffer.from(pem, 'base64'), format: 'der', type: 'pkcs8' }));
}

/** @throws when one of them is no Ed25519 public key. */
export const readPublicKeys = (text: string): KeyObject[] =>
  text.split(',').map((part) => ofEd25519(createPublicKey({ key: Buffer.from(part.trim(), 'base64'), format: 'der', type: 'spki' })));
