import { Module } from '@nestjs/common';
import { DeliverableSteps } from './deliverable-steps.js';
import { DeliverablesController } from './deliverables.controller.js';
import { DeliverablesRepository } from './deliverables.repository.js';
import { DeliverablesService } from './deliverables.service.js';
import { StoredFiles } from './stored-files.js';
import { VersionUploads } from './version-uploads.js';

@Module({
  controllers: [DeliverablesController],
  providers: [DeliverablesService, DeliverableSteps, DeliverablesRepository, VersionUploads, StoredFiles],
  exports: [DeliverablesService, DeliverableSteps, StoredFiles],
})
export class DeliverablesModule {}
