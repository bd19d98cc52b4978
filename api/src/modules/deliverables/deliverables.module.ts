import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { UploadsModule } from '../uploads/uploads.module.js';
import { DeliverableSteps } from './deliverable-steps.js';
import { DeliverablesController } from './deliverables.controller.js';
import { DeliverablesRepository } from './deliverables.repository.js';
import { DeliverablesService } from './deliverables.service.js';
import { DeliverableDossiers } from './deliverable-dossiers.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SavedViewsRepository } from './saved-views.repository.js';
import { SavedViewsService } from './saved-views.service.js';
import { VersionReadingController } from './version-reading.controller.js';
import { VersionReadingRepository } from './version-reading.repository.js';
import { VersionReadingService } from './version-reading.service.js';
import { StagedVersions } from './staged-versions.js';
import { StoredFiles } from './stored-files.js';
import { VersionUploadsController } from './version-uploads.controller.js';
import { VersionUploads } from './version-uploads.js';

@Module({
  imports: [DocumentsModule, UploadsModule],
  controllers: [DeliverablesController, VersionUploadsController, VersionReadingController, SavedViewsController],
  providers: [
    DeliverablesService,
    VersionReadingService,
    VersionReadingRepository,
    DeliverableDossiers,
    SavedViewsService,
    SavedViewsRepository,
    DeliverableSteps,
    DeliverablesRepository,
    StagedVersions,
    VersionUploads,
    StoredFiles,
  ],
  exports: [DeliverablesService, VersionReadingService, DeliverableDossiers, SavedViewsService, DeliverableSteps, StoredFiles],
})
export class DeliverablesModule {}
