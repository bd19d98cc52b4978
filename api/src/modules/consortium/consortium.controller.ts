import { Controller, Get } from '@nestjs/common';
import type { ConsortiumView, ProjectView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { ProjectPage } from '../../core/pages/project-page.js';
import { ConsortiumService } from './consortium.service.js';

@Controller('projects/:projectId')
export class ConsortiumController {
  constructor(private readonly consortium: ConsortiumService) {}

  @Get()
  @Can('project.read')
  @ProjectPage()
  project(@CurrentActor() actor: ProjectActor): Promise<ProjectView> {
    return this.consortium.project(actor);
  }

  /** The page "Partners & people". */
  @Get('consortium')
  @Can('people.read')
  @ProjectPage()
  view(@CurrentActor() actor: ProjectActor): Promise<ConsortiumView> {
    return this.consortium.consortium(actor);
  }
}
