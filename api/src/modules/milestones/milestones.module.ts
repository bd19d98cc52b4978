import { Module } from '@nestjs/common';
import { MilestonesController } from './milestones.controller.js';
import { MilestonesRepository } from './milestones.repository.js';
import { MilestonesService } from './milestones.service.js';

@Module({ controllers: [MilestonesController], providers: [MilestonesService, MilestonesRepository], exports: [MilestonesService] })
export class MilestonesModule {}
