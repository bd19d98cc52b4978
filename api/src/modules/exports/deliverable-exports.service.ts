import { finished, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { DeliverableDossiers } from '../deliverables/deliverable-dossiers.js';
import { csvOf } from './deliverables/csv.js';
import { deliverablesExport, dossierTable, type DeliverablesExport } from './deliverables/deliverables-export.js';
import type { DeliverableArchiveQueryDto, DeliverableExportQueryDto } from './dto/deliverable-export-query.dto.js';
import { ExportGate } from './export-gate.js';
import type { ExportFile } from './exports.service.js';
import { ExportsRepository } from './exports.repository.js';
import { fileNameOf } from './plan-export.js';
import { ENGLISH } from './words.js';

type Ending = 'xlsx' | 'csv';

/** Large libraries for rare use: loaded with the first export. */
const WRITERS: Record<Ending, (out: DeliverablesExport) => Promise<Uint8Array>> = {
  csv: (out) => Promise.resolve(csvOf(dossierTable(out, ENGLISH), ENGLISH)),
  xlsx: async (out) => (await import('./deliverables/deliverables-workbook.js')).deliverablesWorkbook(out, ENGLISH),
};

export interface ExportStream {
  readonly fileName: string;
  readonly content: Readable;
}

/** The list of deliverables, and their files, as they leave the office. */
@Injectable()
export class DeliverableExportsService {
  constructor(
    private readonly repository: ExportsRepository,
    private readonly dossiers: DeliverableDossiers,
    private readonly gate: ExportGate,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  list(actor: ProjectActor, query: DeliverableExportQueryDto, ending: Ending): Promise<ExportFile> {
    return this.gate.run(actor.personId, async () => {
      const out = await this.gather(actor, query);
      return { fileName: fileNameOf(out, 'deliverables', ending), content: await WRITERS[ending](out) };
    });
  }

  /** The person's next export waits until this one is read to its end or given up. */
  archive(actor: ProjectActor, { versions = 'newest', ...query }: DeliverableArchiveQueryDto): Promise<ExportStream> {
    return new Promise((begun, failed) => {
      const whole = this.gate.run(actor.personId, async () => {
        const out = await this.gather(actor, query);
        const lists = await Promise.all(
          (['xlsx', 'csv'] as const).map(async (ending) => ({ name: `deliverables.${ending}`, content: await WRITERS[ending](out) })),
        );
        const { deliverablesArchive } = await import('./deliverables/deliverables-archive.js');
        const open = (version: Parameters<DeliverableDossiers['open']>[1]) => this.dossiers.open(actor, version);
        const content = deliverablesArchive({ out, words: ENGLISH, versions, lists, open });
        begun({ fileName: fileNameOf(out, 'deliverables', 'zip'), content });
        await new Promise<void>((over) => finished(content, () => over()));
      });
      whole.catch(failed);
    });
  }

  private async gather(actor: ProjectActor, { ids, ...filter }: DeliverableExportQueryDto): Promise<DeliverablesExport> {
    const [project, dossiers] = await Promise.all([
      this.repository.project(actor.projectId),
      this.dossiers.of(actor, filter, ids ? new Set(ids) : null),
    ]);
    if (project === null) throw new ProblemError('not-found');
    return deliverablesExport(project, this.clock.today(project.deadlineTimeZone), dossiers, this.settings.PUBLIC_URL);
  }
}
