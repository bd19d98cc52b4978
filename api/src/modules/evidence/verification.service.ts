import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SealView, VerificationView } from '@office/contracts';
import { sealText } from '@office/domain';
import { Clock } from '../../core/clock/clock.js';
import { Transactions } from '../../core/database/transaction.js';
import { FileGoneError } from '../../core/storage/file-storage.js';
import { FileStore } from '../../core/storage/file-store.js';
import { ChainWalk } from './chain-walk.js';
import { EvidenceRepository, type FileRow } from './evidence.repository.js';
import { Findings } from './findings.js';
import { SealKeys } from './seal-keys.js';
import { SealsRepository } from './seals.repository.js';

export interface VerificationOptions {
  /** Whether every stored file is read and hashed. */
  readonly files: boolean;
  /** Seals that were handed out before and kept elsewhere. */
  readonly exported?: readonly Omit<SealView, 'sealedAt'>[];
}

type Seal = Omit<SealView, 'sealedAt'>;

/** Says whether anything of a project's evidence was altered, removed or reordered, and where. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly repository: EvidenceRepository,
    private readonly seals: SealsRepository,
    private readonly keys: SealKeys,
    private readonly files: FileStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async verify(projectId: string, { files, exported = [] }: VerificationOptions): Promise<VerificationView> {
    const findings = new Findings();
    const kept = (await this.seals.seals(projectId, null)).toReversed();
    const seals = [...kept, ...exported];
    const walk = new ChainWalk(projectId, this.repository, this.transactions, findings, new Set(seals.map(({ seq }) => seq)));
    await walk.run();
    const good = seals.filter((seal) => this.checkSeal(projectId, seal, walk.hashAt.get(seal.seq), findings));
    const read = files ? await this.checkFiles(projectId, findings) : null;
    return {
      at: this.clock.now().toISOString(),
      head: walk.head.seq === 0 ? null : { seq: walk.head.seq, hash: walk.head.hash },
      seals: seals.length,
      sealedTo: Math.max(0, ...good.map(({ seq }) => seq)),
      files: read,
      findings: findings.listed,
      more: findings.more,
    };
  }

  /** A good seal over another hash: the chain was written anew since, however well its links fit. */
  private checkSeal(projectId: string, seal: Seal, hash: string | undefined, findings: Findings): boolean {
    const { day, seq, headHash, keyId, signature } = seal;
    const fault = !this.keys.knows(keyId)
      ? 'seal-key-unknown'
      : !this.keys.verify(keyId, sealText({ projectId, day, seq, headHash }), signature)
        ? 'seal-forged'
        : hash !== headHash
          ? 'chain-rewritten'
          : null;
    if (fault !== null) findings.add(fault, { day, seq, id: keyId });
    return fault === null;
  }

  private async checkFiles(projectId: string, findings: Findings): Promise<number> {
    const rows = await this.repository.files(projectId);
    for (const row of rows) {
      const fault = await this.faultOf(projectId, row);
      if (fault !== null) findings.add(fault, { table: 'stored_file', id: row.sha256, label: row.label });
    }
    return rows.length;
  }

  private async faultOf(projectId: string, { sha256, sizeBytes }: FileRow): Promise<'file-altered' | 'file-missing' | null> {
    try {
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of (await this.files.openUnchecked(projectId, sha256)) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        size += chunk.length;
      }
      return hash.digest('hex') === sha256 && size === sizeBytes ? null : 'file-altered';
    } catch (error) {
      if (error instanceof FileGoneError) return 'file-missing';
      throw error;
    }
  }
}
