import { Module } from '@nestjs/common';
import { ImportRepository } from './import.repository.js';
import { ImportService } from './import.service.js';

@Module({ providers: [ImportService, ImportRepository], exports: [ImportService] })
export class ImportModule {}
