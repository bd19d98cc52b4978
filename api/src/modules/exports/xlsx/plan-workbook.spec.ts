import { beforeAll, describe, expect, it } from '@jest/globals';
import { NO_PLAN_FILTER, plainDate } from '@office/domain';
import { aDeliverableMark, aMilestone, aTask, aWorkPackagePlan, aWorkPlan, aWorkStatus, CONSORTIUM } from '@office/testing';
import { readXlsx, type Workbook } from 'hucre';
import { zipEntries } from '../../../../test/support/zip-entries.js';
import { planExport } from '../plan-export.js';
import { ENGLISH } from '../words.js';
import { planWorkbook } from './plan-workbook.js';

const INJECTIONS = ['=HYPERLINK("http://evil.example","D")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '=cmd|calc!A0'];

const PLAN = aWorkPlan({
  agreement: { locked: true, amendment: 1 },
  workPackages: [
    aWorkPackagePlan({
      number: 'WP2',
      title: 'Seminars in Évora and Huế & more <b>',
      lead: CONSORTIUM.UE,
      startMonth: 4,
      endMonth: 12,
      status: aWorkStatus({ progress: 30 }),
      tasks: [
        aTask({ number: 'T2.1', startMonth: 4, endMonth: 7, participants: ['QUI'], status: aWorkStatus({ state: 'done', progress: 100 }) }),
        aTask({
          number: 'T2.2',
          startMonth: 6,
          endMonth: 9,
          baseline: { startMonth: 5, endMonth: 7 },
          status: aWorkStatus({ progress: 50 }),
        }),
        ...INJECTIONS.map((text, index) => aTask({ number: `T2.${3 + index}`, title: text, status: aWorkStatus({ narrative: text }) })),
      ],
      deliverables: [aDeliverableMark({ number: 'D2.1', dueMonth: 7, state: 'accepted', late: false })],
      milestones: [aMilestone({ number: 'MS1', workPackages: ['WP2'], dueMonth: 12, state: 'achieved', achievedOn: '2024-12-20' })],
    }),
  ],
});

const made = (publicUrl?: string) =>
  planWorkbook(
    planExport({
      project: {
        ...{ id: 'p1', acronym: 'R&D', title: 'Strengthening', grantNumber: '101128558' },
        ...{ startDate: plainDate('2024-01-01'), durationMonths: 48, deadlineTimeZone: 'Europe/Rome' },
      },
      ...{ plan: PLAN, filter: NO_PLAN_FILTER, today: plainDate('2026-11-23'), publicUrl },
    }),
    ENGLISH,
  );

const SHEET = (number: number): string => `xl/worksheets/sheet${number}.xml`;

let book: Workbook;
let parts: Map<string, string>;
beforeAll(async () => {
  const file = await made('https://office.example');
  book = await readXlsx(file, { readStyles: true });
  parts = zipEntries(file);
});

const sheet = (name: string) => book.sheets.find((one) => one.name === name)!;
const rowOf = (name: string, number: string) => sheet(name).rows.find(([first]) => first === number)!;
const fillAt = (row: number, column: number) => {
  const fill = sheet('Timeline').cells?.get(`${row},${column}`)?.style?.fill;
  return fill?.type === 'pattern' ? fill.fgColor?.rgb?.slice(-6) : undefined;
};

describe('the table', () => {
  it('has a row for each work package and task, with real dates and percentages', () => {
    expect(sheet('Work plan').rows[0]).toEqual([
      ...['Number', 'Title', 'Lead', 'Participants', 'Start month', 'Starts on', 'End month', 'Ends on'],
      ...['As signed', 'State', 'Progress', 'Timeliness', 'Narrative'],
    ]);
    expect(rowOf('Work plan', 'WP2').slice(0, 3)).toEqual(['WP2', 'Seminars in Évora and Huế & more <b>', 'UÉ']);
    expect(rowOf('Work plan', 'T2.2').slice(4, 11)).toEqual([
      ...[6, new Date('2024-06-01T00:00:00Z'), 9, new Date('2024-09-30T00:00:00Z')],
      ...['M5–M7', 'In progress', 0.5],
    ]);
    const progress = sheet('Work plan').cells?.get('3,10');
    expect(progress).toMatchObject({ type: 'number', style: { numFmt: '0%' } });
  });

  it('lists deliverables and milestones', () => {
    expect(rowOf('Deliverables', 'D2.1')).toEqual(expect.arrayContaining(['WP2', 7, new Date('2024-07-31T00:00:00Z'), 'Accepted']));
    expect(rowOf('Milestones', 'MS1')).toEqual(expect.arrayContaining(['WP2', 12, new Date('2024-12-20T00:00:00Z'), 'Achieved']));
  });
});

describe('text that looks like a formula', () => {
  it('is text: no cell of any sheet has a formula', () => {
    for (const number of [1, 2, 3, 4]) expect(parts.get(SHEET(number))).not.toMatch(/<f[ >]/);
    const texts = sheet('Work plan').rows.flatMap((row) => [row[1], row[12]]);
    expect(texts).toEqual(expect.arrayContaining(INJECTIONS));
  });

  it('stays text when somebody edits the cell', () => {
    const rows = sheet('Work plan').rows;
    for (const text of INJECTIONS) {
      const row = rows.findIndex((cells) => cells[1] === text);
      expect(sheet('Work plan').cells?.get(`${row},1`)).toMatchObject({ type: 'string', style: { numFmt: '@' } });
    }
  });
});

describe('the timeline', () => {
  it('has the calendar over the months', () => {
    const [years, months, numbers] = sheet('Timeline').rows;
    expect([years?.[3], months?.[3], numbers?.[3]]).toEqual([2024, 'Jan', 1]);
    expect([months?.[50], numbers?.[50]]).toEqual(['Dec', 48]);
  });

  it('fills the months of a task, what is done darker', () => {
    const at = sheet('Timeline').rows.findIndex(([first]) => first === 'T2.2');
    expect([5, 6, 7, 8, 9, 10].map((month) => fillAt(at, 2 + month))).toEqual([
      undefined,
      '1D4ED8',
      '1D4ED8',
      'C9D7FB',
      'C9D7FB',
      undefined,
    ]);
  });

  it('marks deliverables and milestones', () => {
    expect(rowOf('Timeline', 'D2.1')[2 + 7]).toBe('D');
    expect(rowOf('Timeline', 'MS1')[2 + 12]).toBe('M');
  });

  it('keeps heads and names in sight, on screen and on A3', () => {
    expect(sheet('Timeline').freezePane).toEqual({ rows: 3, columns: 3 });
    expect(parts.get(SHEET(2))).toMatch(/<pageSetup [^>]*paperSize="8"/);
    expect(parts.get(SHEET(2))).toMatch(/<pageSetup [^>]*orientation="landscape"/);
    expect(parts.get(SHEET(2))).toMatch(/<pageSetup [^>]*fitToWidth="1"[^>]*fitToHeight="0"/);
    expect(parts.get(SHEET(2))).toContain('fitToPage="1"');
    expect(parts.get(SHEET(2))).toContain('&amp;LR&amp;&amp;D · 101128558');
    expect(parts.get('xl/workbook.xml')).toContain(`localSheetId="1">'Timeline'!$1:$3<`);
    expect(parts.get('xl/workbook.xml')).toContain(`localSheetId="0">'Work plan'!$1:$1<`);
  });
});

describe('links', () => {
  it('lead from each number to its row in the app', () => {
    expect(sheet('Work plan').cells?.get('2,0')?.hyperlink?.target).toBe('https://office.example/p/p1/work-plan?row=T2.1');
    expect(parts.get('xl/worksheets/_rels/sheet3.xml.rels')).toContain('https://office.example/p/p1/work-plan?row=D2.1');
  });

  it('are left out where the server does not know its address', async () => {
    expect([...zipEntries(await made()).values()].join('')).not.toContain('/work-plan?row=');
  });
});
