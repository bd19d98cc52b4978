import { addDays, daysBetween, type PlainDate } from '@office/domain';
import type { DeliverableRecord } from '../../import/project-file.js';
import { dueOn, eventOf, taskOf, type Strive } from './strive.js';

/** What a deliverable shows on the day of the demonstration. */
export type Scene = 'in-review' | 'in-second-review' | 'changes-requested' | 'drafting' | 'revision-requested';

interface SceneRule {
  readonly scene: Scene;
  /** Days from today to the due date at which the scene is most natural. */
  readonly ideal: number;
  /** Days that its story takes until today. */
  readonly takes: number;
  /** How far ahead of the due date it may be. */
  readonly atMost: number;
  /** How much worse a day counts once the due date has passed: a draft belongs before it. */
  readonly pastWeight: number;
  /** A report is reviewed after what it reports on; its outline may be written before. */
  readonly needsSubject: boolean;
}

/** In the order in which they choose their deliverable. */
const SCENES: readonly SceneRule[] = [
  { scene: 'in-review', ideal: 14, takes: 26, atMost: 100, pastWeight: 1, needsSubject: true },
  { scene: 'drafting', ideal: 45, takes: 18, atMost: 240, pastWeight: 3, needsSubject: false },
  { scene: 'changes-requested', ideal: -45, takes: 32, atMost: 100, pastWeight: 1, needsSubject: true },
  { scene: 'in-second-review', ideal: -60, takes: 64, atMost: 100, pastWeight: 1, needsSubject: true },
];

/** Nothing is written before the project has begun. */
const firstDay = ({ start }: Strive): PlainDate => addDays(start, 5);

/** When there is something to write about: a report waits for what it reports on. */
export function readyOn(strive: Strive, deliverable: DeliverableRecord): PlainDate {
  const task = taskOf(strive, deliverable);
  const event = task && eventOf(strive, task);
  return event && event.endDate <= dueOn(strive, deliverable) ? addDays(event.endDate, 3) : firstDay(strive);
}

function fit(strive: Strive, deliverable: DeliverableRecord, rule: SceneRule, today: PlainDate): number | null {
  const days = daysBetween(today, dueOn(strive, deliverable));
  const earliest = rule.needsSubject ? readyOn(strive, deliverable) : firstDay(strive);
  const possible = days <= rule.atMost && addDays(today, -rule.takes) >= earliest;
  return possible ? Math.abs(days - rule.ideal) * (days < 0 ? rule.pastWeight : 1) : null;
}

/**
 * Gives the deliverables around today the scenes that every demonstration shows: two in review, one with changes
 * requested, one drafted. Where none of them is late, the last one due was sent back by EACEA. The two in review have
 * different leads, so that every member of the board has one to review.
 */
export function castScenes(strive: Strive, today: PlainDate): ReadonlyMap<string, Scene> {
  const cast = new Map<string, Scene>();
  const leads = new Map<Scene, string>();
  for (const rule of SCENES) {
    const taken = rule.scene === 'in-second-review' ? leads.get('in-review') : undefined;
    const chosen = strive.file.deliverables
      .filter(({ number, lead }) => !cast.has(number) && lead !== taken)
      .flatMap((deliverable) => ({ deliverable, distance: fit(strive, deliverable, rule, today) }))
      .filter((candidate): candidate is { deliverable: DeliverableRecord; distance: number } => candidate.distance !== null)
      .sort((a, b) => a.distance - b.distance)[0]?.deliverable;
    if (!chosen) continue;
    cast.set(chosen.number, rule.scene);
    leads.set(rule.scene, chosen.lead);
  }
  const past = strive.file.deliverables.filter((deliverable) => dueOn(strive, deliverable) < today);
  const lastDue = past.sort((a, b) => b.dueMonth - a.dueMonth)[0];
  if (lastDue && !past.some(({ number }) => cast.has(number))) cast.set(lastDue.number, 'revision-requested');
  return cast;
}
