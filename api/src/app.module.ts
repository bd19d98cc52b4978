import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { CoreModule } from './core/core.module.js';
import type { Settings } from './core/config/settings.js';
import type { DatabaseHandle } from './core/database/database-handle.js';
import { EtagInterceptor } from './core/http/if-match.js';
import { ProblemFilter } from './core/http/problem.filter.js';
import { validationPipe } from './core/http/validation.pipe.js';
import { IdempotencyInterceptor } from './core/idempotency/idempotency.interceptor.js';
import { OwnChangesInterceptor } from './core/live/own-changes.js';
import { logging } from './core/logging.js';
import { ProjectPageInterceptor } from './core/pages/project-page.js';
import { AmendmentsModule } from './modules/amendments/amendments.module.js';
import { AuditModule } from './modules/audit/audit.module.js';
import { AuthModule } from './modules/auth/auth.module.js';
import { BudgetModule } from './modules/budget/budget.module.js';
import { CashModule } from './modules/cash/cash.module.js';
import { ConsortiumModule } from './modules/consortium/consortium.module.js';
import { DashboardModule } from './modules/dashboard/dashboard.module.js';
import { DependenciesModule } from './modules/dependencies/dependencies.module.js';
import { DeliverablesModule } from './modules/deliverables/deliverables.module.js';
import { DemoModule } from './modules/demo/demo.module.js';
import { EvidenceModule } from './modules/evidence/evidence.module.js';
import { ExportsModule } from './modules/exports/exports.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { ImportModule } from './modules/import/import.module.js';
import { MilestonesModule } from './modules/milestones/milestones.module.js';
import { LiveModule } from './modules/live/live.module.js';
import { QualityBoardModule } from './modules/quality-board/quality-board.module.js';
import { ReportingModule } from './modules/reporting/reporting.module.js';
import { SearchModule } from './modules/search/search.module.js';
import { TaskPartsModule } from './modules/task-parts/task-parts.module.js';
import { WorkPlanModule } from './modules/work-plan/work-plan.module.js';

/** The whole API: what it is made of, in the order in which modules may know each other. */
@Module({})
export class AppModule {
  static with(settings: Settings, handle: DatabaseHandle): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(logging(settings)),
        CoreModule.forRoot(settings, handle),
        HealthModule,
        AuditModule,
        AuthModule,
        LiveModule,
        ConsortiumModule,
        MilestonesModule,
        DependenciesModule,
        WorkPlanModule,
        ExportsModule,
        AmendmentsModule,
        DeliverablesModule,
        TaskPartsModule,
        QualityBoardModule,
        BudgetModule,
        CashModule,
        EvidenceModule,
        ReportingModule,
        DashboardModule,
        ImportModule,
        DemoModule,
        SearchModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: OwnChangesInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ProjectPageInterceptor },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}
