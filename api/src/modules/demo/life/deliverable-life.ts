import { addDays, daysBetween, type PlainDate, type Verdict } from '@office/domain';
import type { DeliverableRecord } from '../../import/project-file.js';
import { officeTime, oneAfterTheOther } from './calendar.js';
import { readyOn, type Scene } from './cast.js';
import { REVISION_REASONS } from './remarks.js';
import { reviewOf } from './reviews.js';
import { SCENE_SCRIPTS, SENT_BACK, WHOLE_LIVES, withoutOutline, type Move, type Script } from './scripts.js';
import { pick, seeded, shuffled } from './seed.js';
import type { DeliverableStep } from './steps.js';
import { dueOn, zoneOf, type Strive } from './strive.js';

/** A deliverable that is this long past its day was handed in once, and came back from EACEA. */
const LONG_PAST_DAYS = 110;
const CHAIR = 'UNITUS';
const DEPUTY = 'AL';
const COORDINATOR = 'AL';

type DatedMove = Move & { readonly on: PlainDate };

const anchored = (script: Script, anchor: PlainDate): DatedMove[] => script.map((entry) => ({ ...entry, on: addDays(anchor, entry.day) }));

/** A whole life around the due date; it begins when there is something to write about, even if it ends late then. */
function wholeLife(strive: Strive, deliverable: DeliverableRecord): DatedMove[] {
  const script = pick(WHOLE_LIVES, deliverable.number);
  const due = dueOn(strive, deliverable);
  const begin = addDays(due, script[0]?.day ?? 0);
  const delay = Math.max(0, daysBetween(begin, readyOn(strive, deliverable)));
  return anchored(script, addDays(due, delay));
}

/** What led to a scene, and the scene: a draft never came back; what is long past was handed in and sent back. */
function lifeToScene(strive: Strive, deliverable: DeliverableRecord, scene: Scene, today: PlainDate): DatedMove[] {
  const script = SCENE_SCRIPTS[scene];
  const handedIn = wholeLife(strive, deliverable).filter(({ move }) => move !== 'accept');
  if (scene === 'revision-requested') return [...handedIn, ...anchored(script, today)];
  if (daysBetween(dueOn(strive, deliverable), today) <= LONG_PAST_DAYS) return anchored(script, today);
  return [...handedIn, ...anchored([...SENT_BACK, ...withoutOutline(script)], today)];
}

/** Counts what a deliverable has been through while its moves become steps. */
class Telling {
  private versions = 0;
  private rounds = 0;

  constructor(
    private readonly strive: Strive,
    private readonly deliverable: DeliverableRecord,
  ) {}

  stepsOf(entry: DatedMove): DeliverableStep[] {
    switch (entry.move) {
      case 'upload':
        return [this.upload(entry.on, entry)];
      case 'votes':
        return this.votes(entry.on, entry.until - entry.day, entry.verdicts, entry.stillAwaited ?? []);
      case 'open-review':
        this.rounds += 1;
        return [{ ...this.at(entry.on, this.deliverable.lead, 'open'), kind: 'open-review' }];
      case 'sign-off':
      case 'request-changes': {
        const by = this.deliverable.lead === CHAIR ? DEPUTY : CHAIR;
        return [{ ...this.at(entry.on, by, entry.move), kind: entry.move, by }];
      }
      case 'ask-revision':
        return [
          { ...this.at(entry.on, COORDINATOR, entry.move), kind: entry.move, reason: pick(REVISION_REASONS, this.deliverable.number) },
        ];
      case 'approve':
      case 'submit':
      case 'accept':
        return [{ ...this.at(entry.on, COORDINATOR, entry.move), kind: entry.move }];
    }
  }

  private at(on: PlainDate, shortName: string, ...words: readonly string[]): { at: Date; deliverable: string } {
    const { number } = this.deliverable;
    return { at: officeTime(zoneOf(this.strive, shortName), on, number, shortName, ...words), deliverable: number };
  }

  private upload(on: PlainDate, { as, note }: { readonly as: string; readonly note: string }): DeliverableStep {
    const { number, title, lead } = this.deliverable;
    this.versions += 1;
    const version = `0.${this.versions}`;
    const fileName = `${number} ${title.slice(0, 60)}`.replaceAll(/[^\p{L}\p{N}.]+/gu, '-').replace(/-$/, '') + `-v${version}.${as}`;
    return { ...this.at(on, lead, version), kind: 'upload', version, fileName, note };
  }

  /** Spread over the days of the round, in an order that is the round's own; some members stay silent. */
  private votes(on: PlainDate, days: number, verdicts: readonly Verdict[], stillAwaited: readonly string[]): DeliverableStep[] {
    const { number, lead } = this.deliverable;
    const others = this.strive.file.beneficiaries
      .map(({ shortName }) => shortName)
      .filter((name) => name !== lead && !stillAwaited.includes(name));
    const members = shuffled(others, number, this.rounds).slice(0, verdicts.length);
    return members.map((by, index) => {
      const day = Math.floor((days * index) / Math.max(1, members.length - 1)) + (index === 0 ? 0 : -seeded(2, by, number));
      const review = reviewOf(verdicts[index] ?? 'accept', number, by, this.rounds);
      return { ...this.at(addDays(on, Math.max(0, day)), by, 'review'), kind: 'review', by, review };
    });
  }
}

/** Everything that happens to one deliverable, in order; what lies after today has not happened yet. */
export function deliverableLife(
  strive: Strive,
  deliverable: DeliverableRecord,
  scene: Scene | undefined,
  today: PlainDate,
): DeliverableStep[] {
  const moves = scene === undefined ? wholeLife(strive, deliverable) : lifeToScene(strive, deliverable, scene, today);
  const telling = new Telling(strive, deliverable);
  return oneAfterTheOther(moves.flatMap((entry) => telling.stepsOf(entry)));
}
