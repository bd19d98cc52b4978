import { Module } from '@nestjs/common';
import { AmendmentsModule } from '../amendments/amendments.module.js';
import { ImportRepository } from './import.repository.js';
import { ImportService } from './import.service.js';

@Module({ imports: [AmendmentsModule], providers: [ImportService, ImportRepository], exports: [ImportService] })
export class ImportModule {}
