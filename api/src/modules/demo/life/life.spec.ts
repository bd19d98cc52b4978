import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  checkReview,
  checkTaskPart,
  checkWorkStatus,
  dateIn,
  deliverableMachine,
  evidenceUrl,
  isLate,
  plainDate,
  step,
  tally,
  timelinessOf,
  DEFAULT_BOARD_RULES,
  type DeliverableAction,
  type DeliverableState,
  type PlainDate,
  type Verdict,
} from '@office/domain';
import { lifeUntil } from './life.js';
import type { DeliverableStep, LifeStep, PartStep, WorkStep } from './steps.js';
import { dueOn, readStrive, type Strive } from './strive.js';

let strive: Strive;
beforeAll(async () => {
  strive = await readStrive();
});

const noon = (day: PlainDate): Date => new Date(`${day}T11:00:00Z`);
const lives = new Map<PlainDate, LifeStep[]>();

/** Told once for each day, read by many tests. */
function life(day: PlainDate): LifeStep[] {
  const known = lives.get(day) ?? lifeUntil(strive, noon(day));
  lives.set(day, known);
  return known;
}

const deliverableSteps = (steps: readonly LifeStep[]): DeliverableStep[] =>
  steps.filter((one): one is DeliverableStep => 'deliverable' in one);
const partSteps = (steps: readonly LifeStep[]): PartStep[] => steps.filter((one): one is PartStep => 'part' in one);
const workSteps = (steps: readonly LifeStep[]): WorkStep[] => steps.filter((one): one is WorkStep => 'status' in one);

/** A day in every seventh week from before the start until after the end. */
const DAYS = Array.from({ length: 33 }, (_, index) => addDays(plainDate('2023-11-20'), index * 50));
const EVERY_DAY = [...DAYS, plainDate('2024-09-16'), plainDate('2026-11-23')];

/** Steps that leave the deliverable in its state. */
type Aside = 'review' | 'appoint' | 'close-round' | 'recuse' | 'answer' | 'agree';

const ACTIONS: Readonly<Record<Exclude<DeliverableStep['kind'], Aside>, DeliverableAction>> = {
  upload: 'upload-version',
  'open-review': 'open-review',
  'request-changes': 'request-changes',
  'sign-off': 'sign-off',
  approve: 'approve',
  submit: 'submit',
  accept: 'record-acceptance',
  'ask-revision': 'record-revision-request',
};

interface Standing {
  readonly state: DeliverableState;
  /** Verdicts of the open round by member. */
  readonly votes: ReadonlyMap<string, Verdict>;
  readonly hasNewVersion: boolean;
}

/** Where a deliverable stands after its steps; throws when the machine refuses one. */
function standingOf(steps: readonly DeliverableStep[]): Standing {
  let standing: Standing = { state: 'planned', votes: new Map(), hasNewVersion: false };
  for (const one of steps) {
    if (one.kind === 'review') {
      standing = { ...standing, votes: new Map([...standing.votes, [one.by, one.review.verdict]]) };
      continue;
    }
    if (!(one.kind in ACTIONS)) continue;
    const outcome = tally(6, [...standing.votes.values()], DEFAULT_BOARD_RULES).outcome;
    const taken = step(deliverableMachine, standing.state, ACTIONS[one.kind as keyof typeof ACTIONS], {
      'has-version': true,
      'has-new-version': standing.hasNewVersion,
      'not-infected': true,
      'outcome-is-sign-off': outcome === 'sign-off',
      'outcome-is-changes': outcome === 'changes',
    });
    if (!taken.ok) throw new Error(`${one.deliverable} ${one.kind} at ${one.at.toISOString()}: ${JSON.stringify(taken.reason)}`);
    const hasNewVersion = one.kind === 'upload' || (one.kind !== 'open-review' && standing.hasNewVersion);
    standing = { state: taken.value.to, votes: one.kind === 'open-review' ? new Map() : standing.votes, hasNewVersion };
  }
  return standing;
}

function standings(day: PlainDate): Map<string, Standing & { late: boolean; lead: string }> {
  const steps = deliverableSteps(life(day));
  return new Map(
    strive.file.deliverables.map((deliverable) => {
      const standing = standingOf(steps.filter((one) => one.deliverable === deliverable.number));
      return [deliverable.number, { ...standing, lead: deliverable.lead, late: isLate(standing.state, dueOn(strive, deliverable), day) }];
    }),
  );
}

const inState = (day: PlainDate, state: DeliverableState): string[] =>
  [...standings(day)].filter(([, standing]) => standing.state === state).map(([number]) => number);

describe('the life of STRIVE on any day', () => {
  it.each(EVERY_DAY)('%s: goes forward, and nothing in it lies after now', (day) => {
    const times = life(day).map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.filter((time) => time > noon(day).getTime())).toEqual([]);
  });

  it.each(EVERY_DAY.slice(-3))('%s: is told the same way twice', (day) => {
    expect(lifeUntil(strive, noon(day))).toEqual(life(day));
  });

  it.each(EVERY_DAY)('%s: keeps to the rules of deliverables, reviews and reports', (day) => {
    expect(() => standings(day)).not.toThrow();
    const leads = new Map(strive.file.deliverables.map(({ number, lead }) => [number, lead]));
    const reviews = deliverableSteps(life(day)).filter((one) => one.kind === 'review');
    expect(reviews.filter(({ review }) => !checkReview(review).ok)).toEqual([]);
    expect(reviews.filter(({ by, deliverable }) => leads.get(deliverable) === by)).toEqual([]);
    const reports = workSteps(life(day)).map(({ status }) => status);
    expect(reports.filter((status) => !checkWorkStatus(status).ok)).toEqual([]);
    expect(reports.filter(({ narrative }) => narrative.trim() !== narrative || narrative === '' || narrative.includes('{'))).toEqual([]);
  });

  it.each(EVERY_DAY)('%s: has comments answered before they are agreed, and no verdict of who declared a conflict', (day) => {
    const answered = new Set<string>();
    const recused = new Set<string>();
    const wrong = deliverableSteps(life(day)).filter((one) => {
      if (one.kind === 'answer') answered.add(`${one.deliverable} ${one.to}`);
      if (one.kind === 'recuse') recused.add(`${one.deliverable} ${one.by}`);
      if (one.kind === 'agree') return !answered.has(`${one.deliverable} ${one.by}`) || one.agreed === (one.why !== '');
      return one.kind === 'review' && recused.has(`${one.deliverable} ${one.by}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(EVERY_DAY)('%s: lets partners say of their parts what may be said, and has them finish before their task', (day) => {
    const parts = partSteps(life(day));
    expect(parts.filter(({ part }) => !checkTaskPart(part).ok)).toEqual([]);
    expect(parts.flatMap(({ part }) => part.links ?? []).filter(({ url }) => evidenceUrl(url) !== url)).toEqual([]);
    const last = new Map(parts.map(({ number, partner, part }) => [`${number}/${partner}`, part.state]));
    const finished = new Set(
      workSteps(life(day)).flatMap(({ kind, number, status }) => (kind === 'task' && status.state === 'done' ? [number] : [])),
    );
    const unfinished = [...last].filter(([name, state]) => finished.has(name.split('/')[0] ?? '') && state !== 'done');
    expect(unfinished).toEqual([]);
  });

  it.each(EVERY_DAY)('%s: tells of no meeting before it was held', (day) => {
    for (const event of strive.events) {
      const told = workSteps(life(day)).filter(({ status }) => status.narrative.includes(event.title));
      expect(told.filter(({ at }) => dateIn('Europe/Rome', at) < event.endDate)).toEqual([]);
    }
  });
});

describe('what a demonstration shows on its day', () => {
  const UNDER_WAY = EVERY_DAY.filter((day) => day >= '2024-03-01' && day <= '2027-12-31');

  it.each(UNDER_WAY)('%s: one or two in review, one sent back with changes, one drafted', (day) => {
    expect(inState(day, 'in-review').length).toBeGreaterThanOrEqual(1);
    expect(inState(day, 'changes-requested').length).toBeGreaterThanOrEqual(1);
    expect(inState(day, 'drafting').length).toBeGreaterThanOrEqual(1);
  });

  it.each(UNDER_WAY)('%s: PXU and QUI have something to review', (day) => {
    const open = [...standings(day).values()].filter(({ state }) => state === 'in-review');
    for (const member of ['PXU', 'QUI']) {
      expect(open.filter(({ lead, votes }) => lead !== member && !votes.has(member))).not.toHaveLength(0);
    }
  });

  it.each(UNDER_WAY.filter((day) => day > '2024-05-01'))('%s: something is done, something is late, but most is not', (day) => {
    const all = [...standings(day).values()];
    expect(all.filter(({ state }) => state === 'submitted' || state === 'accepted')).not.toHaveLength(0);
    const late = all.filter((standing) => standing.late).length;
    expect(late).toBeGreaterThanOrEqual(1);
    expect(late).toBeLessThanOrEqual(4);
  });

  it.each(UNDER_WAY)('%s: a task stands still, and from the third month on one is late or should have begun', (day) => {
    const last = new Map(workSteps(life(day)).map((one) => [one.number, one.status.state]));
    const timeliness = strive.file.tasks.map(({ number, startMonth, endMonth }) =>
      timelinessOf({ startMonth, endMonth, state: last.get(number) ?? 'not-started' }, strive.start, day),
    );
    expect([...last.values()].filter((state) => state === 'blocked').length).toBeLessThanOrEqual(1);
    if (day > '2024-04-10') expect(timeliness.some((one) => one === 'late' || one === 'should-have-started')).toBe(true);
  });

  it('has nothing to show before the project begins', () => {
    expect(life(plainDate('2023-12-01'))).toEqual([]);
  });

  it('still shows open work long after the end', () => {
    const day = plainDate('2029-06-01');
    expect(inState(day, 'in-review')).toHaveLength(2);
    expect(inState(day, 'planned')).toEqual([]);
  });
});
