import { Injectable } from '@nestjs/common';
import type { SearchHit } from '@office/contracts';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import { isMemberAt } from '../consortium/references.sql.js';

/** `$2` is the text, `$3` the present instant; accents are no obstacle ("evora" finds Évora). Numbers first, then titles that begin so. */
const SEARCH = statement(
  'search',
  `WITH thing AS (
     SELECT 'deliverable' AS kind, id, number, title, 1 AS rank FROM deliverable WHERE project_id = $1
     UNION ALL SELECT 'task', id, number, title, 2 FROM task WHERE project_id = $1
     UNION ALL SELECT 'work-package', id, number, title, 0 FROM work_package WHERE project_id = $1
     UNION ALL SELECT 'milestone', id, number, title, 3 FROM milestone WHERE project_id = $1
     UNION ALL SELECT 'beneficiary', id, short_name, name, 4 FROM beneficiary WHERE project_id = $1
     UNION ALL SELECT 'person', pe.id, '', pe.name, 5
       FROM membership m JOIN person pe ON pe.id = m.person_id WHERE m.project_id = $1 AND ${isMemberAt('$3')}),
   needle AS (SELECT lower(unaccent($2)) AS text)
   SELECT kind, id, number, title FROM thing, needle
   WHERE position(needle.text IN lower(unaccent(number || ' ' || title))) > 0
   ORDER BY NOT starts_with(lower(number), needle.text), NOT starts_with(lower(unaccent(title)), needle.text), rank, number, title
   LIMIT 20`,
);

@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  hits(projectId: string, text: string, now: Date): Promise<SearchHit[]> {
    return this.database.rows<SearchHit>(SEARCH, [projectId, text, now]);
  }
}
