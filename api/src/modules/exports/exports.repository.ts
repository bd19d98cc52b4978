import { Injectable } from '@nestjs/common';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { ExportProject } from './plan-export.js';

const PROJECT = statement(
  'export-project',
  `SELECT id, acronym, title, grant_number AS "grantNumber", start_date AS "startDate", duration_months AS "durationMonths",
     deadline_time_zone AS "deadlineTimeZone"
   FROM project WHERE id = $1`,
);

@Injectable()
export class ExportsRepository {
  constructor(private readonly database: Database) {}

  project(projectId: string): Promise<ExportProject | null> {
    return this.database.row<ExportProject>(PROJECT, [projectId]);
  }
}
