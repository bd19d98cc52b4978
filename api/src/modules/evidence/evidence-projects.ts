import { Injectable } from '@nestjs/common';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';

const PROJECTS = statement('evidence-projects', `SELECT id, acronym, grant_number AS "grantNumber" FROM project ORDER BY acronym, id`);

export interface EvidenceProject {
  readonly id: string;
  readonly acronym: string;
  readonly grantNumber: string;
}

/** Every project of the installation: for who looks after it, not for its pages. */
@Injectable()
export class EvidenceProjects {
  constructor(private readonly database: Database) {}

  all(): Promise<EvidenceProject[]> {
    return this.database.rows<EvidenceProject>(PROJECTS, []);
  }
}
