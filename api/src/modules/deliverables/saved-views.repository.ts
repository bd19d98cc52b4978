import { Injectable } from '@nestjs/common';
import type { SavedView, SavedViewRequest } from '@office/contracts';
import type { Transaction } from '../../core/database/transaction.js';
import type { ProjectActor } from '../../core/http/access.js';

type Owner = Pick<ProjectActor, 'projectId' | 'personId'>;

@Injectable()
export class SavedViewsRepository {
  /** One change at a time for each person: which names are taken and which view is the standard one holds until the end. */
  async lock(t: Transaction, { projectId, personId }: Owner): Promise<void> {
    await t.rows(`SELECT 1 FROM membership WHERE project_id = $1 AND person_id = $2 FOR UPDATE`, [projectId, personId]);
  }

  all(t: Transaction, { projectId, personId }: Owner): Promise<SavedView[]> {
    return t.rows<SavedView>(
      `SELECT id, version, name, filter, standard FROM saved_view WHERE project_id = $1 AND person_id = $2 ORDER BY lower(name)`,
      [projectId, personId],
    );
  }

  async insert(t: Transaction, { projectId, personId }: Owner, id: string, { name, filter, standard }: SavedViewRequest): Promise<void> {
    await t.rows(`INSERT INTO saved_view (project_id, id, person_id, name, filter, standard) VALUES ($1, $2, $3, $4, $5, $6)`, [
      projectId,
      id,
      personId,
      name,
      JSON.stringify(filter),
      standard,
    ]);
  }

  async update(t: Transaction, { projectId, personId }: Owner, id: string, { name, filter, standard }: SavedViewRequest): Promise<void> {
    await t.rows(
      `UPDATE saved_view SET name = $4, filter = $5, standard = $6, version = version + 1
       WHERE project_id = $1 AND person_id = $2 AND id = $3`,
      [projectId, personId, id, name, JSON.stringify(filter), standard],
    );
  }

  /** The list opens with one view at most. */
  async clearStandard(t: Transaction, { projectId, personId }: Owner, except: string | null = null): Promise<void> {
    await t.rows(
      `UPDATE saved_view SET standard = false, version = version + 1
       WHERE project_id = $1 AND person_id = $2 AND standard AND id IS DISTINCT FROM $3::uuid`,
      [projectId, personId, except],
    );
  }

  async remove(t: Transaction, { projectId, personId }: Owner, id: string): Promise<void> {
    await t.rows(`DELETE FROM saved_view WHERE project_id = $1 AND person_id = $2 AND id = $3`, [projectId, personId, id]);
  }
}
