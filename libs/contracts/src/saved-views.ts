import type { DeliverableQuery, DeliverableRow } from './deliverables.js';
import type { Page, Versioned } from './common.js';

/** Which deliverables a list shows, whatever the page of it. */
export type DeliverableFilter = Omit<DeliverableQuery, 'offset' | 'limit'>;

/** A person's own view of the list of deliverables; nobody else sees it. */
export interface SavedView extends Versioned {
  id: string;
  name: string;
  filter: DeliverableFilter;
  /** The list opens with it when nothing else is asked for; one at most. */
  standard: boolean;
}

/** `POST /saved-views` and `PUT /saved-views/{viewId}` (with `If-Match`); both answer all views of the person. */
export interface SavedViewRequest {
  name: string;
  filter: DeliverableFilter;
  standard: boolean;
}

/** One page of the list, with the views that the signed-in person keeps of it. */
export interface DeliverablePage extends Page<DeliverableRow> {
  views: SavedView[];
}

/** `GET /deliverables/export.xlsx`, `.csv` and `.zip`: what the list shows with the same filter. */
export interface DeliverableExportQuery extends DeliverableFilter {
  /** Only these, by comma. */
  ids?: string;
}

/** Of the archive: the newest version of each, or all that were ever uploaded. */
export interface DeliverableArchiveQuery extends DeliverableExportQuery {
  versions?: 'newest' | 'all';
}
