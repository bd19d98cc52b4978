import { Controller, Delete, Module, Param, Put } from '@nestjs/common';
import type { DependsOnView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { DependenciesService } from './dependencies.service.js';

@Controller('projects/:projectId/dependencies/:successorId/:predecessorId')
export class DependenciesController {
  constructor(private readonly dependencies: DependenciesService) {}

  @Put()
  @Can('dependency.edit')
  add(
    @CurrentActor() actor: ProjectActor,
    @Param('successorId') successorId: string,
    @Param('predecessorId') predecessorId: string,
  ): Promise<DependsOnView> {
    return this.dependencies.add(actor, { successorId, predecessorId });
  }

  @Delete()
  @Can('dependency.edit')
  remove(
    @CurrentActor() actor: ProjectActor,
    @Param('successorId') successorId: string,
    @Param('predecessorId') predecessorId: string,
  ): Promise<DependsOnView> {
    return this.dependencies.remove(actor, { successorId, predecessorId });
  }
}

@Module({
  controllers: [DependenciesController],
  providers: [DependenciesService, DependenciesRepository],
  exports: [DependenciesService],
})
export class DependenciesModule {}
