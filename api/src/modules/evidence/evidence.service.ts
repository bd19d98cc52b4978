import { Injectable } from '@nestjs/common';
import type { EvidenceOverview, SealExport, VerificationRequest, VerificationView } from '@office/contracts';
import { Clock } from '../../core/clock/clock.js';
import { ProblemError } from '../../core/http/problem.js';
import { evidenceOverview, retentionView, sealView } from './evidence.mapper.js';
import { EvidenceRepository } from './evidence.repository.js';
import { SealKeys } from './seal-keys.js';
import { SealsRepository } from './seals.repository.js';
import { VerificationService } from './verification.service.js';

/** On the page; all of them are in the export. */
const SEALS_SHOWN = 30;

export interface SealFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

@Injectable()
export class EvidenceService {
  /** Projects that are being verified on this server. */
  private readonly busy = new Set<string>();

  constructor(
    private readonly repository: EvidenceRepository,
    private readonly seals: SealsRepository,
    private readonly keys: SealKeys,
    private readonly verification: VerificationService,
    private readonly clock: Clock,
  ) {}

  async overview(projectId: string): Promise<EvidenceOverview> {
    const [overview, retention, seals] = await Promise.all([
      this.repository.overview(projectId),
      this.repository.retention(projectId),
      this.seals.seals(projectId, SEALS_SHOWN),
    ]);
    if (overview === null || retention === null) throw new ProblemError('not-found');
    return evidenceOverview({ overview, retention: retentionView(retention, this.clock.now()), seals, keys: this.keys.all });
  }

  /** One at a time for each project: it reads everything there is. */
  async verify(projectId: string, { files }: VerificationRequest): Promise<VerificationView> {
    if (this.busy.has(projectId)) throw new ProblemError('too-many-requests');
    this.busy.add(projectId);
    try {
      return await this.verification.verify(projectId, { files });
    } finally {
      this.busy.delete(projectId);
    }
  }

  async exportSeals(projectId: string): Promise<SealFile> {
    const [project, seals] = await Promise.all([this.repository.retention(projectId), this.seals.seals(projectId, null)]);
    if (project === null) throw new ProblemError('not-found');
    const { acronym, grantNumber } = project;
    const out: SealExport = {
      format: 'project-office/seals/1',
      project: { id: projectId, acronym, grantNumber },
      seals: seals.map(sealView),
      keys: this.keys.all,
    };
    return { fileName: `seals-${grantNumber.replace(/[^\w-]/g, '')}.json`, content: Buffer.from(`${JSON.stringify(out, null, 2)}\n`) };
  }
}
