import { Controller, Get, Module, Query } from '@nestjs/common';
import type { BudgetView } from '@office/contracts';
import { Clock } from '../../core/clock/clock.js';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { ProblemError } from '../../core/http/problem.js';
import { budgetView } from './budget.mapper.js';
import { BudgetRepository } from './budget.repository.js';
import { BudgetQuery } from './dto/budget-query.dto.js';

@Controller('projects/:projectId/budget')
export class BudgetController {
  constructor(
    private readonly repository: BudgetRepository,
    private readonly clock: Clock,
  ) {}

  /** Lump-sum shares of the Annex 2 in force. */
  @Get()
  @Can('budget.read')
  @ProjectPage()
  async budget(@CurrentActor() actor: ProjectActor, @Query() { categories = false }: BudgetQuery): Promise<BudgetView> {
    const facts = await this.repository.budget(actor.projectId, this.clock.now(), categories);
    if (facts === null) throw new ProblemError('not-found');
    return budgetView(facts, categories);
  }
}

@Module({ controllers: [BudgetController], providers: [BudgetRepository] })
export class BudgetModule {}
