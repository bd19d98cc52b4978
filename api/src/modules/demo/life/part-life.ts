import { addDays, daysBetween, type PartCriterion, type PlainDate } from '@office/domain';
import type { TaskRecord } from '../../import/project-file.js';
import { officeTime } from './calendar.js';
import { NARRATIVES } from './narratives.js';
import { seeded } from './seed.js';
import type { PartStep } from './steps.js';
import { eventOf, zoneOf, type Strive } from './strive.js';
import { BLOCKED_SINCE_DAYS, spanOf, type TaskScene, type TaskSpan } from './task-life.js';

/** What has to be there for a part to be done, by what the partner does in the task. */
const CRITERIA = {
  host: ['Programme agreed with all partners', 'Rooms and interpreters booked', 'Attendance list signed and filed'],
  guest: ['Participants of our university named', 'Travel and visas arranged', 'Report of our delegation sent to the host'],
  lead: ['Contributions of all partners collected', 'Text checked by a second reader', 'Result handed to the quality board'],
  contributor: ['Our contribution agreed with the lead', 'Our contribution sent to the lead'],
} as const;

const kindOf = (strive: Strive, task: TaskRecord, partner: string): keyof typeof CRITERIA => {
  if (eventOf(strive, task)) return partner === task.lead ? 'host' : 'guest';
  return partner === task.lead ? 'lead' : 'contributor';
};

const criteriaOf = (strive: Strive, task: TaskRecord, partner: string, met: number): PartCriterion[] =>
  CRITERIA[kindOf(strive, task, partner)].map((text, index) => ({ text, met: index < met }));

/** "ue" of "UÉ", for an address. */
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9.]/g, '')
    .toLowerCase();

const linkOf = (task: TaskRecord, partner: string): { url: string; title: string } => ({
  url: `https://files.strive.example/${slug(task.number)}/${slug(partner)}`,
  title: `${task.number}: what ${partner} contributed`,
});

interface Teller {
  readonly strive: Strive;
  readonly task: TaskRecord;
  readonly partner: string;
  readonly span: TaskSpan;
}

function tell({ strive, task, partner }: Teller, on: PlainDate, part: PartStep['part']): PartStep {
  return { at: officeTime(zoneOf(strive, partner), on, task.number, partner), number: task.number, partner, part };
}

/** On its way: criteria are met one after the other, evenly over the task; the last when it is done. */
function underWay(teller: Teller): PartStep[] {
  const { strive, task, partner, span } = teller;
  const begin = addDays(span.begin, partner === task.lead ? 0 : 1 + seeded(12, task.number, partner));
  const days = daysBetween(begin, span.end);
  const criteria = CRITERIA[kindOf(strive, task, partner)].length;
  return Array.from({ length: criteria }, (_, met) =>
    tell(teller, addDays(begin, Math.round((days * met) / (criteria + 0.5))), {
      ...{ state: 'in-progress', note: '', criteria: criteriaOf(strive, task, partner, met) },
    }),
  );
}

/** Done a few days before the lead reports the whole as done. */
function ending(teller: Teller): PartStep {
  const { strive, task, partner, span } = teller;
  const criteria = criteriaOf(strive, task, partner, Infinity);
  const note = partner === task.lead ? '' : `Sent to ${task.lead}.`;
  return tell(teller, addDays(span.end, -2 - seeded(10, task.number, partner, 'end')), {
    ...{ state: 'done', note, criteria },
    links: [linkOf(task, partner)],
  });
}

/** From one day on nothing more is met than was until then. */
function standstill(teller: Teller, begun: readonly PartStep[], today: PlainDate): PartStep[] {
  const { strive, task, partner } = teller;
  const note = NARRATIVES[task.number]?.blocked ?? '';
  const on = addDays(today, -BLOCKED_SINCE_DAYS - 1);
  const { at } = tell(teller, on, { state: 'blocked', note, criteria: [] });
  const before = begun.filter((step) => step.at < at);
  const criteria = criteriaOf(strive, task, partner, Math.max(0, before.length - 1));
  return [...before, tell(teller, on, { state: 'blocked', note, criteria })];
}

/** What each partner says of its own part; of a late task the lead's part stays open, of a blocked one it stands still. */
export function partLife(strive: Strive, task: TaskRecord, scene: TaskScene | undefined, today: PlainDate): PartStep[] {
  if (scene === 'not-started' || !NARRATIVES[task.number]) return [];
  const span = spanOf(strive, task);
  return [task.lead, ...task.participants].flatMap((partner) => {
    const teller = { strive, task, partner, span };
    const begun = underWay(teller);
    if (partner !== task.lead || scene === undefined) return [...begun, ending(teller)];
    if (scene === 'late') return begun;
    return standstill(teller, begun, today);
  });
}
