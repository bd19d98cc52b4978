import { addDays, daysBetween, DEFAULT_BOARD_RULES, endOfDay, isInFavour, votesNeeded, type PlainDate, type Verdict } from '@office/domain';
import type { DeliverableRecord } from '../../import/project-file.js';
import { officeTime, oneAfterTheOther, workday } from './calendar.js';
import { readyOn, type Scene } from './cast.js';
import { ANSWERS, CONFLICTS, OBJECTIONS, REVISION_REASONS } from './remarks.js';
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
/** Who may find a conflict of interest: the others have something to do or to sign on every day. */
const MAY_RECUSE = ['HANU', 'APAG', 'UÉ'];
const DEADLINE_ZONE = 'Europe/Rome';
const MINUTE_MS = 60_000;
/** Of the seven institutions one leads; when another has declared a conflict it is the same. */
const QUORUM = votesNeeded(DEFAULT_BOARD_RULES.quorum, 6);

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
  /** Last day of the round that is open. */
  private closesOn: PlainDate | null = null;
  private voted: string[] = [];
  private against: string[] = [];
  private recused: string | null = null;

  constructor(
    private readonly strive: Strive,
    private readonly deliverable: DeliverableRecord,
  ) {}

  /** What the clock does comes before what somebody does after the closing time. */
  stepsOf(entry: DatedMove): DeliverableStep[] {
    return [...this.closings(entry), ...this.doneBy(entry)];
  }

  private doneBy(entry: DatedMove): DeliverableStep[] {
    switch (entry.move) {
      case 'upload':
        return [this.upload(entry.on, entry)];
      case 'votes':
        return this.votes(entry.on, entry.until - entry.day, entry.verdicts, entry.stillAwaited ?? []);
      case 'answers':
        return this.answers(entry.on, entry.until - entry.day, entry.first ?? this.against.length);
      case 'agreements':
        return this.agreements(entry.on, entry.until - entry.day, entry.agreed);
      case 'open-review':
        return [this.open(entry.on)];
      case 'recuse':
        return this.recuse(entry.on);
      case 'sign-off':
      case 'request-changes':
        return [this.decide(entry.on, entry.move)];
      default:
        return [this.coordinate(entry.on, entry.move)];
    }
  }

  private decide(on: PlainDate, kind: 'sign-off' | 'request-changes'): DeliverableStep {
    const by = this.deliverable.lead === CHAIR ? DEPUTY : CHAIR;
    this.closesOn = null;
    return { ...this.at(on, by, kind), kind, by };
  }

  private coordinate(on: PlainDate, kind: 'appoint' | 'approve' | 'submit' | 'accept' | 'ask-revision'): DeliverableStep {
    const done = this.at(on, COORDINATOR, kind);
    return kind === 'ask-revision' ? { ...done, kind, reason: pick(REVISION_REASONS, this.deliverable.number) } : { ...done, kind };
  }

  /** Closed on its last day, or extended then and closed a week later. */
  private closings({ on }: DatedMove): DeliverableStep[] {
    const steps: DeliverableStep[] = [];
    while (this.closesOn !== null && this.closesOn < workday(on)) {
      const at = new Date(endOfDay(DEADLINE_ZONE, this.closesOn).getTime() + MINUTE_MS);
      steps.push({ at, deliverable: this.deliverable.number, kind: 'close-round' });
      this.closesOn = this.voted.length < QUORUM ? addDays(this.closesOn, DEFAULT_BOARD_RULES.extensionDays) : null;
    }
    return steps;
  }

  private open(on: PlainDate): DeliverableStep {
    this.rounds += 1;
    this.voted = [];
    this.closesOn = addDays(workday(on), DEFAULT_BOARD_RULES.reviewDays);
    return { ...this.at(on, this.deliverable.lead, 'open'), kind: 'open-review' };
  }

  private recuse(on: PlainDate): DeliverableStep[] {
    const { number, lead } = this.deliverable;
    const by =
      this.recused ??
      pick(
        MAY_RECUSE.filter((name) => name !== lead),
        number,
        'recuse',
      );
    if (this.recused !== null) return [];
    this.recused = by;
    return [{ ...this.at(on, by, 'recuse'), kind: 'recuse', by, reason: pick(CONFLICTS, number) }];
  }

  private answers(on: PlainDate, days: number, first: number): DeliverableStep[] {
    const { number, lead } = this.deliverable;
    return this.against.slice(0, first).map((to, index) => ({
      ...this.at(addDays(on, Math.min(days, index)), lead, 'answer', to),
      kind: 'answer' as const,
      to,
      text: pick(ANSWERS, number, to),
    }));
  }

  private agreements(on: PlainDate, days: number, agreed: readonly boolean[]): DeliverableStep[] {
    const { number } = this.deliverable;
    return this.against.slice(0, agreed.length).map((by, index) => {
      const agrees = agreed[index] ?? true;
      const day = addDays(on, Math.min(days, index));
      return { ...this.at(day, by, 'agree'), kind: 'agree' as const, by, agreed: agrees, why: agrees ? '' : pick(OBJECTIONS, number, by) };
    });
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
      .filter((name) => name !== lead && name !== this.recused && !stillAwaited.includes(name) && !this.voted.includes(name));
    const members = shuffled(others, number, this.rounds).slice(0, verdicts.length);
    this.against = members.filter((_, index) => !isInFavour(verdicts[index] ?? 'accept'));
    this.voted = [...this.voted, ...members];
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
