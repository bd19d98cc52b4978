import { Module } from '@nestjs/common';
import { Staging } from './staging.js';
import { TusEndpoint } from './tus-endpoint.js';
import { UploadsRepository } from './uploads.repository.js';
import { UploadsService } from './uploads.service.js';

/** Files on their way; what becomes of them is said by the module that imports this one. */
@Module({
  providers: [UploadsService, UploadsRepository, TusEndpoint, Staging],
  exports: [UploadsService, Staging],
})
export class UploadsModule {}
