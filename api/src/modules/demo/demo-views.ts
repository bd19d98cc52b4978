import type { SavedViewRequest } from '@office/contracts';
import type { ProjectActor } from '../../core/http/access.js';
import type { SavedViewsService } from '../deliverables/saved-views.service.js';
import type { Cast } from './cast.js';

const view = (name: string, filter: SavedViewRequest['filter']): SavedViewRequest => ({ name, filter, standard: false });

/** What somebody in each role looks at again and again. */
const COORDINATOR = [view('Late', { late: true }), view('With EACEA', { state: 'submitted' })];
const PARTNER = [view('We lead', { part: 'lead' })];
const BOARD = [view('Ours to review', { part: 'reviewer' })];

/** The views of the list of deliverables that the people of the demonstration have kept. */
export async function keepViews(views: SavedViewsService, { coordinator, partners, board }: Cast): Promise<void> {
  const kept: readonly (readonly [ProjectActor, readonly SavedViewRequest[]])[] = [
    [coordinator, COORDINATOR],
    ...[...partners.values()].map((actor) => [actor, PARTNER] as const),
    ...[...board.values()].map((actor) => [actor, BOARD] as const),
  ];
  for (const [actor, requests] of kept) for (const request of requests) await views.create(actor, request);
}
