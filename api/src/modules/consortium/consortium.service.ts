import { Injectable } from '@nestjs/common';
import type { ConsortiumView, ProjectView } from '@office/contracts';
import { Clock } from '../../core/clock/clock.js';
import type { ProjectActor } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { consortiumView, projectView } from './consortium.mapper.js';
import { ConsortiumRepository } from './consortium.repository.js';

@Injectable()
export class ConsortiumService {
  constructor(
    private readonly repository: ConsortiumRepository,
    private readonly clock: Clock,
  ) {}

  async project(actor: ProjectActor): Promise<ProjectView> {
    const row = await this.repository.project(actor.projectId);
    if (row === null) throw new ProblemError('not-found');
    return projectView(row);
  }

  async consortium(actor: ProjectActor): Promise<ConsortiumView> {
    const row = await this.repository.consortium(actor.projectId, this.clock.now());
    if (row === null) throw new ProblemError('not-found');
    return consortiumView(row);
  }
}
