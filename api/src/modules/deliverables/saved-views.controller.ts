import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { SavedView } from '@office/contracts';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';
import { IfMatch } from '../../core/http/if-match.js';
import { SavedViewRequestDto } from './dto/saved-view-request.dto.js';
import { SavedViewsService } from './saved-views.service.js';

/** Views that a person keeps of the list of deliverables; the list itself brings them along. */
@Controller('projects/:projectId/saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Post()
  @Can('deliverable.read')
  create(@CurrentActor() actor: ProjectActor, @Body() request: SavedViewRequestDto): Promise<SavedView[]> {
    return this.views.create(actor, request);
  }

  @Put(':viewId')
  @Can('deliverable.read')
  change(
    @CurrentActor() actor: ProjectActor,
    @Param('viewId') id: string,
    @IfMatch() seen: number,
    @Body() request: SavedViewRequestDto,
  ): Promise<SavedView[]> {
    return this.views.change(actor, id, seen, request);
  }

  @Delete(':viewId')
  @Can('deliverable.read')
  @HttpCode(200)
  remove(@CurrentActor() actor: ProjectActor, @Param('viewId') id: string, @IfMatch() seen: number): Promise<SavedView[]> {
    return this.views.remove(actor, id, seen);
  }
}
