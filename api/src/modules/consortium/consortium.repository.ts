import { Injectable } from '@nestjs/common';
import type { BeneficiaryView, MemberView, ProjectView, ReportingPeriodView } from '@office/contracts';
import type { PlainDate } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { CONSORTIUM, PROJECT } from './consortium.sql.js';

export interface ProjectRow extends Omit<ProjectView, 'endDate' | 'startDate' | 'reportingPeriods'> {
  readonly startDate: PlainDate;
  readonly reportingPeriods: (Omit<ReportingPeriodView, 'endsOn' | 'reportDueOn'> & { readonly daysToReport: number })[];
}

export interface ConsortiumRow extends ProjectRow {
  readonly beneficiaries: BeneficiaryView[];
  readonly people: MemberView[];
}

@Injectable()
export class ConsortiumRepository {
  constructor(private readonly database: Database) {}

  project(projectId: string): Promise<ProjectRow | null> {
    return this.database.row<ProjectRow>(PROJECT, [projectId]);
  }

  consortium(projectId: string, now: Date): Promise<ConsortiumRow | null> {
    return this.database.row<ConsortiumRow>(CONSORTIUM, [projectId, now]);
  }
}
