import { Controller, Get, Query } from '@nestjs/common';
import type { SearchHit } from '@office/contracts';
import { Clock } from '../../core/clock/clock.js';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { SearchQueryDto } from './dto/search-query.dto.js';
import { SearchRepository } from './search.repository.js';

@Controller('projects/:projectId/search')
export class SearchController {
  constructor(
    private readonly repository: SearchRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can('project.read')
  search(@CurrentActor() actor: ProjectActor, @Query() { q }: SearchQueryDto): Promise<SearchHit[]> {
    return this.repository.hits(actor.projectId, q, this.clock.now());
  }
}
