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
import { planPdf } from './pdf/plan-pdf.js';
import { fileNameOf, planExport, type PlanExport } from './plan-export.js';
import { ENGLISH, type ExportWords } from './words.js';
import { planWorkbook } from './xlsx/plan-workbook.js';

export interface ExportFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

@Injectable()
export class ExportsService {
  constructor(
    private readonly repository: ExportsRepository,
    private readonly workPlan: WorkPlanService,
    private readonly gate: ExportGate,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  workbook(actor: ProjectActor, query: WorkPlanExportQuery): Promise<ExportFile> {
    return this.file(actor, query, 'xlsx', planWorkbook);
  }

  pdf(actor: ProjectActor, query: WorkPlanExportQuery): Promise<ExportFile> {
    return this.file(actor, query, 'pdf', planPdf);
  }

  private file(
    actor: ProjectActor,
    query: WorkPlanExportQuery,
    ending: 'xlsx' | 'pdf',
    write: (plan: PlanExport, words: ExportWords) => Promise<Uint8Array>,
  ): Promise<ExportFile> {
    return this.gate.run(actor.personId, async () => {
      const [project, plan] = await Promise.all([this.repository.project(actor.projectId), this.workPlan.plan(actor, null)]);
      if (project === null) throw new ProblemError('not-found');
      const today = this.clock.today(project.deadlineTimeZone);
      const out = planExport({ project, plan, today, filter: filterOf(query), publicUrl: this.settings.PUBLIC_URL });
      return { fileName: fileNameOf(out, ending), content: await write(out, ENGLISH) };
    });
  }
}
