import type { EvidenceFault } from './finding.js';

/** SHA-256 of a text in UTF-8, in hexadecimal digits: the domain computes no hashes itself. */
export type Sha256 = (text: string) => string;

/** One link of a project's hash chain: a row of evidence as it was when it was written. */
export interface ChainEntry {
  readonly seq: number;
  readonly table: string;
  readonly record: string;
  readonly previousHash: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** What a chain begins from, so that the chain of one project never passes for another's. */
export const chainOrigin = (projectId: string, sha256: Sha256): ChainHead => ({ seq: 0, hash: sha256(projectId) });

/** A record goes in by its hash: a stretch of the chain can be shown without showing what happened in it. */
export const linkHash = (previousHash: string, { seq, table, recordHash }: Link, sha256: Sha256): string =>
  sha256([previousHash, seq, table, recordHash].join('\n'));

interface Link {
  readonly seq: number;
  readonly table: string;
  readonly recordHash: string;
}

export type LinkFault = Extract<EvidenceFault, 'entries-missing' | 'entry-moved' | 'entry-altered'>;

/** What is wrong with an entry that follows another: a gap before it, another predecessor than it names, another content. */
export function linkFault(previous: ChainHead, entry: ChainEntry, sha256: Sha256): LinkFault | null {
  if (entry.seq !== previous.seq + 1) return 'entries-missing';
  const { seq, table } = entry;
  if (linkHash(entry.previousHash, { seq, table, recordHash: sha256(entry.record) }, sha256) !== entry.hash) return 'entry-altered';
  return entry.previousHash === previous.hash ? null : 'entry-moved';
}

/** What is signed for a day: which project's chain, and how far it had come. */
export const sealText = ({ projectId, day, seq, headHash }: SealedHead): string =>
  ['project-office/seal/1', projectId, day, seq, headHash].join('\n');

interface SealedHead {
  readonly projectId: string;
  readonly day: string;
  readonly seq: number;
  readonly headHash: string;
}
