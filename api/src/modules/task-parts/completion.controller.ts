import { Controller, Get, Param, Query } from '@nestjs/common';
import type { CompletionView, WorkPackageDiaryView } from '@office/contracts';
import { Clock } from '../../core/clock/clock.js';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { Paging } from '../../core/http/paging.js';
import { ProblemError } from '../../core/http/problem.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { DiaryQuery } from './dto/diary-query.dto.js';
import { completionView, diaryView } from './task-parts.mapper.js';
import { TaskPartsRepository } from './task-parts.repository.js';

/** What parts add up to in a work package: who holds it up, and how it came to stand as it does. */
@Controller('projects/:projectId/work-packages/:workPackageId')
export class CompletionController {
  constructor(
    private readonly repository: TaskPartsRepository,
    private readonly paging: Paging,
    private readonly clock: Clock,
  ) {}

  @Get('completion')
  @Can('work-plan.read')
  @ProjectPage()
  async completion(@CurrentActor() { projectId }: ProjectActor, @Param('workPackageId') id: string): Promise<CompletionView> {
    const row = await this.repository.completion(projectId, id, this.clock.now());
    if (row === null) throw new ProblemError('not-found');
    return completionView(row, this.clock.today(row.deadlineTimeZone));
  }

  @Get('diary')
  @Can('work-plan.read')
  @ProjectPage()
  async diary(
    @CurrentActor() { projectId }: ProjectActor,
    @Param('workPackageId') id: string,
    @Query() query: DiaryQuery,
  ): Promise<WorkPackageDiaryView> {
    const page = this.paging.boundsOf(query);
    const days = daysOf(query);
    const row = await this.repository.diary(projectId, id, page, days);
    if (row === null) throw new ProblemError('not-found');
    return diaryView(row, page, days);
  }
}

/** A comparison needs both days, the earlier first. */
function daysOf({ from, to }: DiaryQuery): { from: string; to: string } | null {
  if (from === undefined || to === undefined) return null;
  if (from > to) throw new ProblemError('validation-failed', { errors: [{ path: 'to', code: 'before-from' }] });
  return { from, to };
}
