import { Module } from '@nestjs/common';
import { DeliverableDossiers } from './deliverable-dossiers.js';
import { DeliverableSteps } from './deliverable-steps.js';
import { DeliverablesController } from './deliverables.controller.js';
import { DeliverablesRepository } from './deliverables.repository.js';
import { DeliverablesService } from './deliverables.service.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { SavedViewsService } from './saved-views.service.js';
import { StoredFiles } from './stored-files.js';
import { VersionUploads } from './version-uploads.js';

@Module({
  controllers: [DeliverablesController, SavedViewsController],
  providers: [
    DeliverablesService,
    DeliverableDossiers,
    SavedViewsService,
    SavedViewsRepository,
    DeliverableSteps,
    DeliverablesRepository,
    VersionUploads,
    StoredFiles,
  ],
  exports: [DeliverablesService, DeliverableDossiers, SavedViewsService, DeliverableSteps, StoredFiles],
})
export class DeliverablesModule {}
