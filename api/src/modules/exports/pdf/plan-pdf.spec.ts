import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkPackagePlan } from '@office/contracts';
import { NO_PLAN_FILTER, plainDate, type PlanFilter } from '@office/domain';
import { aDeliverableMark, aMilestone, aTask, aWorkPackagePlan, aWorkPlan, aWorkStatus, CONSORTIUM } from '@office/testing';
import { extractText, getDocumentProxy } from 'unpdf';
import { planExport } from '../plan-export.js';
import { ENGLISH } from '../words.js';
import { planPdf } from './plan-pdf.js';
import { piecesBeside, type TimelineMark, type TimelineRow } from './timeline-rows.js';

const workPackage = (index: number) =>
  aWorkPackagePlan({
    id: `w${index}`,
    number: `WP${index}`,
    title: `Đại học Huế: ế ử Ẵ, É ç ã, part ${index}`,
    lead: CONSORTIUM.UE,
    startMonth: 1,
    endMonth: 24,
    tasks: Array.from({ length: 12 }, (_, task) =>
      aTask({
        id: `t${index}.${task}`,
        number: `T${index}.${task + 1}`,
        title: 'Seminar on KA1 and KA2 opportunities',
        status: aWorkStatus(),
      }),
    ),
    deliverables: [aDeliverableMark({ id: `d${index}`, number: `D${index}.1`, dueMonth: 12 })],
    milestones: [aMilestone({ id: `m${index}`, number: `MS${index}`, dueMonth: 12 })],
  });

const of = (workPackages: WorkPackagePlan[], filter: Partial<PlanFilter> = {}, publicUrl?: string) =>
  planPdf(
    planExport({
      project: {
        ...{ id: 'p1', acronym: 'STRIVE', title: 'Strengthening universities', grantNumber: '101128558' },
        ...{ startDate: plainDate('2024-01-01'), durationMonths: 48, deadlineTimeZone: 'Europe/Rome' },
      },
      plan: aWorkPlan({ agreement: { locked: true, amendment: 1 }, workPackages }),
      ...{ filter: { ...NO_PLAN_FILTER, ...filter }, today: plainDate('2024-09-14'), publicUrl },
    }),
    ENGLISH,
  );

const made = (works: number, filter: Partial<PlanFilter> = {}, publicUrl?: string) =>
  of(
    Array.from({ length: works }, (_, index) => workPackage(index + 1)),
    filter,
    publicUrl,
  );

const opened = async (file: Uint8Array) => getDocumentProxy(new Uint8Array(file));
type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
interface Structure {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Structure[];
}

const everything = (node: Structure): Structure[] => [node, ...(node.children ?? []).flatMap(everything)];
const structureOf = async (document: Document, page: number): Promise<Structure[]> => {
  const tree = (await (await document.getPage(page)).getStructTree()) as Structure | null;
  return tree === null ? [] : everything(tree);
};

let document: Document;
let pages: string[];
beforeAll(async () => {
  document = await opened(await made(6, {}, 'https://office.example'));
  pages = (await extractText(document, { mergePages: false })).text;
});

describe('each page', () => {
  it('is A3 across', async () => {
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    expect([Math.round(width), Math.round(height)]).toEqual([1191, 842]);
  });

  it('says what it is of, as of when, who pays, and which it is', () => {
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((text, index) => {
      expect(text).toContain('STRIVE · 101128558 · Baseline: agreement as signed · amendment 1 in force · Whole plan');
      expect(text).toContain('As of 14 Sep 2024 (Europe/Rome)');
      expect(text).toContain('Co-funded by the European Union');
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
    });
  });

  it('has the head of what goes on from the page before', () => {
    expect(pages[0]).toContain('Work package / task');
    expect(pages[1]).toContain('Work package / task');
    const tables = pages.filter((text) => text.startsWith('STRIVE – Work plan STR') || text.includes('Participants'));
    expect(tables.length).toBeGreaterThan(1);
  });
});

describe('the words', () => {
  it('are text in letters of every partner', () => {
    expect(pages[0]).toContain('Đại học Huế: ế ử Ẵ, É ç ã, part 1');
    for (const number of ['WP1', 'T1.12', 'D1.1', 'MS1', '2024', '2027', 'Jan', 'Dec']) expect(pages[0]).toContain(number);
  });

  it('are all there: no row is lost between pages', () => {
    const all = pages.join(' ');
    for (let work = 1; work <= 6; work += 1)
      for (let task = 1; task <= 12; task += 1) expect(all.split(`T${work}.${task} `).length - 1).toBeGreaterThanOrEqual(2);
  });

  it('come with the faces that they are set in', async () => {
    const file = Buffer.from(await made(1)).toString('latin1');
    expect(file).toMatch(/\/FontName \/[A-Z]{6}\+BeVietnamPro-Regular/);
    expect(file).toMatch(/\/FontFile2/);
    expect(file).not.toContain('Helvetica');
  });
});

describe('for who listens', () => {
  it('the document has a title and a language', async () => {
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'STRIVE · 101128558: Work plan', Language: 'en-GB' });
    expect((await document.getMarkInfo())?.Marked).toBe(true);
  });

  it('a row is a row, and a bar is told', async () => {
    const nodes = await structureOf(document, 1);
    expect(nodes.map(({ role }) => role)).toEqual(expect.arrayContaining(['H1', 'Table', 'TR', 'TH', 'TD', 'Figure']));
    const told = nodes.flatMap(({ alt }) => alt ?? []);
    expect(told).toContain('M6–M10: In progress, 40 %, On time');
    expect(told[0]).toContain('D1.1 due 31 Dec 2024: Drafting');
  });
});

describe('the distance from the agreement as signed', () => {
  const moved = aWorkPackagePlan({
    tasks: [aTask({ number: 'T1.9', title: 'Coaching', added: true })],
    deliverables: [
      aDeliverableMark({ number: 'D1.1', dueMonth: 14, baseline: { dueMonth: 10 } }),
      aDeliverableMark({ id: 'd9', number: 'D1.9', dueMonth: 20, added: true }),
    ],
    milestones: [],
  });

  it('is told of what is due, and of what was added', async () => {
    const document = await opened(await of([moved]));
    const told = (await structureOf(document, 1)).flatMap(({ alt }) => alt ?? []).join(' | ');
    expect(told).toMatch(/D1.1 due .*, as signed 31 Oct 2024: /);
    expect(told).toMatch(/D1.9 due .*, added: /);
    const { text } = await extractText(document, { mergePages: true });
    expect(text).toContain('Coaching (added)');
    expect(text).toContain('D1.9 added');
  });
});

describe('today’s line', () => {
  const row = (height: number, ...marks: [number, number, boolean][]): TimelineRow => ({
    ...({} as TimelineRow),
    height,
    marks: marks.map(([x, lane, labelBefore]) => ({ ...({} as TimelineMark), x, lane, labelBefore, label: 'D1.1' })),
  });
  const pieces = (...rows: TimelineRow[]) => piecesBeside(100, rows, 0, () => 20);

  it.each<[string, TimelineRow, number]>([
    ['goes through where no number is', row(60, [130, 0, false], [60, 1, false]), 1],
    ['leaves out a number right of its mark', row(60, [90, 0, false]), 2],
    ['leaves out a number left of its mark', row(60, [110, 0, true]), 2],
    ['leaves out two numbers in one lane once', row(60, [90, 1, false], [110, 1, true]), 2],
  ])('%s', (_, one, count) => {
    const found = pieces(one, row(30));
    expect(found).toHaveLength(count);
    expect([found[0]?.[0], found.at(-1)?.[1]]).toEqual([0, 90]);
  });
});

describe('links', () => {
  it('lead from numbers to their rows', async () => {
    const annotations = (await (await document.getPage(1)).getAnnotations()) as { url?: string }[];
    const urls = annotations.map(({ url }) => url);
    expect(urls).toEqual(
      expect.arrayContaining(['WP1', 'T1.1', 'D1.1', 'MS1'].map((row) => `https://office.example/p/p1/work-plan?row=${row}`)),
    );
  });

  it('are left out where the server does not know its address', async () => {
    const plain = await opened(await made(1));
    expect(await (await plain.getPage(1)).getAnnotations()).toEqual([]);
  });
});

it('says so when nothing is as was asked for', async () => {
  const { text } = await extractText(await opened(await made(2, { text: 'nowhere' })), { mergePages: true });
  expect(text).toContain('Only text: “nowhere”');
  expect(text).toContain('Nothing in the plan is as was asked for.');
  expect(text).toContain('Page 1 of 1');
});

it('of one project year has its months only', async () => {
  const { text } = await extractText(await opened(await made(1, { year: 2 })), { mergePages: false });
  expect(text[0]).toContain('M13');
  expect(text[0]).toContain('M24');
  expect(text[0]).not.toContain('2024 Jan');
  expect(text[0]).not.toContain('M25');
});

it('goes on on the next page with a row that is higher than one', async () => {
  const words = Array.from({ length: 900 }, (_, index) => `word${index}`);
  const late = aMilestone({ number: 'MS9', state: 'not-achieved', reason: words.join(' ') });
  const document = await opened(await of([aWorkPackagePlan({ tasks: [], deliverables: [], milestones: [late] })]));
  const { text } = await extractText(document, { mergePages: false });
  expect(text.length).toBeGreaterThan(3);
  const said = text.join(' ').split(/\s+/);
  expect(words.filter((word) => !said.includes(word))).toEqual([]);
});
