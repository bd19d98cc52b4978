import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../core/database/transaction.js';
import { provenanceOf } from './import.mapper.js';
import type { ProjectRecord } from './project-file.js';
import { PROJECT_TABLES, type ProjectRows, type ProjectTable } from './project-tables.js';

const TABLES = Object.keys(PROJECT_TABLES) as ProjectTable[];

/** One statement a table, however many rows. */
function insertOf(table: ProjectTable): string {
  const columns = Object.entries(PROJECT_TABLES[table]);
  const names = columns.map(([name]) => name).join(', ');
  const typed = columns.map(([name, type]) => `${name} ${type}`).join(', ');
  return `INSERT INTO ${table} (project_id, ${names}) SELECT $1::uuid, ${names} FROM json_to_recordset($2::json) AS row (${typed})`;
}

const STATUS_ROWS = [
  `INSERT INTO work_package_status (project_id, work_package_id) SELECT project_id, id FROM work_package WHERE project_id = $1`,
  `INSERT INTO task_status (project_id, task_id) SELECT project_id, id FROM task WHERE project_id = $1`,
  `INSERT INTO deliverable_status (project_id, deliverable_id) SELECT project_id, id FROM deliverable WHERE project_id = $1`,
];

@Injectable()
export class ImportRepository {
  /** False when another project has the grant number, whoever was first. */
  async addProject(t: Transaction, id: string, project: ProjectRecord): Promise<boolean> {
    const row = await t.row(
      `INSERT INTO project (id, acronym, title, grant_number, call, programme, strand, start_date, duration_months, granting_authority,
         currency, maximum_grant_cents, funding_rate_basis_points, indirect_rate_basis_points, provenance, money_provenance)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       ON CONFLICT (grant_number) DO NOTHING RETURNING id`,
      [
        id,
        project.acronym,
        project.title,
        project.grantNumber,
        project.call,
        project.programme,
        project.strand,
        project.startDate,
        project.durationMonths,
        project.grantingAuthority,
        project.currency,
        project.maximumGrantCents,
        project.fundingRateBasisPoints,
        project.indirectRateBasisPoints,
        provenanceOf(project.source),
        provenanceOf(project.moneySource),
      ],
    );
    return row !== null;
  }

  /** The contract layer, and for each work package, task and deliverable the row that its work starts from. */
  async addRows(t: Transaction, projectId: string, rows: ProjectRows): Promise<void> {
    for (const table of TABLES) {
      if (rows[table].length > 0) await t.rows(insertOf(table), [projectId, JSON.stringify(rows[table])]);
    }
    for (const statusRows of STATUS_ROWS) await t.rows(statusRows, [projectId]);
  }
}
