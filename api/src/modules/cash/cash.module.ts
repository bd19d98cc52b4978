import { Module } from '@nestjs/common';
import { CashController } from './cash.controller.js';
import { CashRepository } from './cash.repository.js';
import { CashService } from './cash.service.js';

@Module({ controllers: [CashController], providers: [CashService, CashRepository], exports: [CashService] })
export class CashModule {}
