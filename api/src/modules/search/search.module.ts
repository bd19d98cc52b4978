import { Controller, Get, Injectable, Module, Query } from '@nestjs/common';
import { IsString, MaxLength, MinLength } from 'class-validator';
import type { SearchHit } from '@office/contracts';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import { Can, CurrentActor, type ProjectActor } from '../../core/http/access.js';

/** `$2` is the text; accents are no obstacle ("evora" finds Évora). Numbers first, then titles that begin so. */
const SEARCH = statement(
  'search',
  `WITH thing AS (
     SELECT 'deliverable' AS kind, id, number, title, 1 AS rank FROM deliverable WHERE project_id = $1
     UNION ALL SELECT 'task', id, number, title, 2 FROM task WHERE project_id = $1
     UNION ALL SELECT 'work-package', id, number, title, 0 FROM work_package WHERE project_id = $1
     UNION ALL SELECT 'milestone', id, number, title, 3 FROM milestone WHERE project_id = $1
     UNION ALL SELECT 'beneficiary', id, short_name, name, 4 FROM beneficiary WHERE project_id = $1
     UNION ALL SELECT 'person', p.id, '', p.name, 5 FROM membership m JOIN person p ON p.id = m.person_id WHERE m.project_id = $1),
   needle AS (SELECT lower(unaccent($2)) AS text)
   SELECT kind, id, number, title FROM thing, needle
   WHERE position(needle.text IN lower(unaccent(number || ' ' || title))) > 0
   ORDER BY NOT starts_with(lower(number), needle.text), NOT starts_with(lower(unaccent(title)), needle.text), rank, number, title
   LIMIT 20`,
);

class SearchQuery {
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  q!: string;
}

@Injectable()
class SearchRepository {
  constructor(private readonly database: Database) {}

  hits(projectId: string, text: string): Promise<SearchHit[]> {
    return this.database.rows<SearchHit>(SEARCH, [projectId, text.trim()]);
  }
}

@Controller('projects/:projectId/search')
export class SearchController {
  constructor(private readonly repository: SearchRepository) {}

  @Get()
  @Can('project.read')
  search(@CurrentActor() actor: ProjectActor, @Query() { q }: SearchQuery): Promise<SearchHit[]> {
    return this.repository.hits(actor.projectId, q);
  }
}

@Module({ controllers: [SearchController], providers: [SearchRepository] })
export class SearchModule {}
