import { Injectable } from '@nestjs/common';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';

const PRESENCE = statement(
  'demo-presence',
  `SELECT EXISTS (SELECT 1 FROM project) AS "anyProject",
          EXISTS (SELECT 1 FROM person WHERE demonstration AND disabled_at IS NOT NULL) AS unfinished,
          (SELECT count(*) = 1 FROM project) AND NOT EXISTS (SELECT 1 FROM session)
            AND NOT EXISTS (SELECT 1 FROM person WHERE NOT demonstration OR disabled_at IS NULL) AS "nothingElse"`,
);

const SUBJECTS = statement(
  'demo-subjects',
  `SELECT 'deliverable' AS kind, number, id FROM deliverable WHERE project_id = $1
   UNION ALL SELECT 'task', number, id FROM task WHERE project_id = $1
   UNION ALL SELECT 'work-package', number, id FROM work_package WHERE project_id = $1
   UNION ALL SELECT 'milestone', number, id FROM milestone WHERE project_id = $1`,
);

export interface DemoPresence {
  readonly anyProject: boolean;
  /** Accounts of a demonstration are closed until it is whole. */
  readonly unfinished: boolean;
  /** Nobody has ever worked here: one project, and every account is closed and a demonstration's. */
  readonly nothingElse: boolean;
}

export interface DemoSubject {
  readonly kind: 'deliverable' | 'task' | 'work-package' | 'milestone';
  readonly number: string;
  readonly id: string;
}

@Injectable()
export class DemoRepository {
  constructor(private readonly database: Database) {}

  async presence(): Promise<DemoPresence> {
    return (
      (await this.database.row<DemoPresence & Record<string, unknown>>(PRESENCE, [])) ?? {
        anyProject: false,
        unfinished: false,
        nothingElse: false,
      }
    );
  }

  subjects(projectId: string): Promise<DemoSubject[]> {
    return this.database.rows<DemoSubject & Record<string, unknown>>(SUBJECTS, [projectId]);
  }

  async openAccounts(t: Transaction): Promise<void> {
    await t.rows(`UPDATE person SET disabled_at = NULL WHERE demonstration`, []);
  }
}
