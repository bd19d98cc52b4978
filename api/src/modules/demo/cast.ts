import type { ProjectActor } from '../../core/http/access.js';

/** Who acts: the project coordinator, and each partner's coordinator and board member by short name. */
export interface Cast {
  readonly coordinator: ProjectActor;
  readonly partners: ReadonlyMap<string, ProjectActor>;
  readonly board: ReadonlyMap<string, ProjectActor>;
}
