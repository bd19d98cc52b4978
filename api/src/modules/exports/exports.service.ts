import { Injectable } from '@nestjs/common';
import type { WorkPlanExportQuery } from '@office/contracts';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { WorkPlanService } from '../work-plan/work-plan.service.js';
import { filterOf } from './dto/work-plan-export-query.dto.js';
import { ExportGate } from './export-gate.js';
import { ExportsRepository } from './exports.repository.js';
import { fileNameOf, planExport, type PlanExport } from './plan-export.js';
import { ENGLISH, type ExportWords } from './words.js';

type Write = (plan: PlanExport, words: ExportWords) => Promise<Uint8Array>;

/** The libraries are large and exports are rare: they are loaded with the first one. */
const WRITERS = {
  xlsx: async (): Promise<Write> => (await import('./xlsx/plan-workbook.js')).planWorkbook,
  pdf: async (): Promise<Write> => (await import('./pdf/plan-pdf.js')).planPdf,
};
type Ending = keyof typeof WRITERS;

export interface ExportFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

@Injectable()
export class ExportsService {
  constructor(
    private readonly repository: ExportsRepository,
    private readonly plans: WorkPlanService,
    private readonly gate: ExportGate,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The plan as its page shows it with the same query, in a file. */
  workPlan(actor: ProjectActor, query: WorkPlanExportQuery, ending: Ending): Promise<ExportFile> {
    return this.gate.run(actor.personId, async () => {
      const [project, plan] = await Promise.all([this.repository.project(actor.projectId), this.plans.plan(actor, null)]);
      if (project === null) throw new ProblemError('not-found');
      const today = this.clock.today(project.deadlineTimeZone);
      const out = planExport({ project, plan, today, filter: filterOf(query), publicUrl: this.settings.PUBLIC_URL });
      const write = await WRITERS[ending]();
      return { fileName: fileNameOf(out, 'work-plan', ending), content: await write(out, ENGLISH) };
    });
  }
}
