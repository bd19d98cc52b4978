import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { partInWords } from './board-rules.js';
import type { ImportFinding } from './finding.js';
import { provenanceOf } from './import.mapper.js';
import { checkProjectFile } from './import.service.js';
import { readProjectFile } from './read-project-file.js';

type FileRecord = Record<string, unknown>;
type RawFile = Record<string, FileRecord[]> & { project: FileRecord };

const STRIVE = readFileSync(new URL('../../../data/strive.json', import.meta.url), 'utf8');

function findingsOf(change: (file: RawFile) => void): readonly ImportFinding[] {
  const file = JSON.parse(STRIVE) as RawFile;
  change(file);
  const read = readProjectFile(file);
  return read.ok ? checkProjectFile(read.value.file) : read.reason;
}

const record = (file: RawFile, section: string, number: string | number): FileRecord => {
  const found = file[section]!.find((candidate) => candidate['number'] === number);
  if (!found) throw new Error(`${section} has no ${number}`);
  return found;
};

const set =
  (section: string, number: string | number, values: FileRecord) =>
  (file: RawFile): void =>
    void Object.assign(record(file, section, number), values);

describe('the shape of a project file', () => {
  it('is right in STRIVE, without a finding', () => {
    expect(findingsOf(() => undefined)).toEqual([]);
  });

  it.each<[string, (file: RawFile) => void, string, string]>([
    ['a missing field', (file) => delete record(file, 'tasks', 'T1.1')['title'], 'tasks.0.title', 'is-not-empty'],
    ['a missing section', (file) => delete file['milestones'], 'milestones', 'is-array'],
    ['a missing project', (file) => delete (file as Partial<RawFile>).project, 'project', 'is-not-empty'],
    ['a fraction of a cent', (file) => void (file['lumpSumShares']![3]!['amountCents'] = 0.5), 'lumpSumShares.3.amountCents', 'is-int'],
    ['money as text', (file) => void (file['budgetLines']![0]!['amountCents'] = '100'), 'budgetLines.0.amountCents', 'is-int'],
    ['a month before the first', set('deliverables', 'D1.1', { dueMonth: 0 }), 'deliverables.0.dueMonth', 'min'],
    ['an unknown type', set('deliverables', 'D1.1', { type: 'PDF' }), 'deliverables.0.type', 'is-in'],
    ['an unknown time zone', set('beneficiaries', 1, { timeZone: 'Mars/Base' }), 'beneficiaries.0.timeZone', 'is-time-zone'],
  ])('refuses %s and says where', (_, change, place, rule) => {
    expect(findingsOf(change)).toContainEqual(expect.objectContaining({ level: 'error', record: place, rule }));
  });

  it.each([[null], ['text'], [[]], [42]])('refuses %j, which is no file', (content) => {
    expect(readProjectFile(content)).toMatchObject({ ok: false, reason: [{ record: 'file', rule: 'is-object' }] });
  });
});

/** One broken file for each rule: what is changed, the record that is named, the rule, and its facts. */
const RULES: readonly (readonly [rule: string, record: string, params: FileRecord, change: (file: RawFile) => void])[] = [
  ['start-date-not-in-calendar', 'project', { startDate: '2024-02-30' }, (file) => void (file.project['startDate'] = '2024-02-30')],
  ['beneficiary-number-repeated', '4', {}, set('beneficiaries', 5, { number: 4 })],
  ['short-name-repeated', 'QUI', {}, set('beneficiaries', 5, { shortName: 'QUI' })],
  ['coordinator-missing', 'beneficiaries', {}, set('beneficiaries', 1, { role: 'beneficiary' })],
  ['coordinator-repeated', 'HANU', {}, set('beneficiaries', 2, { role: 'coordinator' })],
  [
    'alias-date-not-in-calendar',
    'PXU',
    { alias: 'Old name' },
    set('beneficiaries', 3, { aliases: [{ name: 'Old name', validTo: '2024-13-01' }] }),
  ],
  [
    'alias-dates-reversed',
    'PXU',
    { alias: 'Old name' },
    set('beneficiaries', 3, { aliases: [{ name: 'Old name', validFrom: '2024-01-02', validTo: '2024-01-01' }] }),
  ],
  ['body-repeated', 'quality-board', {}, (file) => void (file['bodies']![0]!['kind'] = 'quality-board')],
  ['chair-unknown', 'Quality board', { chair: 'MIT' }, (file) => void (file['bodies']![1]!['chair'] = 'MIT')],
  ['quorum-not-understood', 'Quality board', { quorum: 'enough' }, (file) => void (file['bodies']![1]!['quorum'] = 'enough')],
  ['majority-not-understood', 'Quality board', { majority: 'most' }, (file) => void (file['bodies']![1]!['majority'] = 'most')],
  ['reporting-period-number-repeated', '1', {}, set('reportingPeriods', 2, { number: 1 })],
  ['reporting-period-not-contiguous', 'reporting period 2', { fromMonth: 20, expected: 19 }, set('reportingPeriods', 2, { fromMonth: 20 })],
  ['reporting-period-not-contiguous', 'reporting period 1', { fromMonth: 2, expected: 1 }, set('reportingPeriods', 1, { fromMonth: 2 })],
  [
    'last-reporting-period-not-at-end',
    'reporting period 3',
    { toMonth: 47, durationMonths: 48 },
    set('reportingPeriods', 3, { toMonth: 47 }),
  ],
  ['work-package-number-repeated', 'WP4', {}, set('workPackages', 'WP5', { number: 'WP4' })],
  ['task-number-repeated', 'T1.1', {}, set('tasks', 'T1.2', { number: 'T1.1' })],
  ['deliverable-number-repeated', 'D1.1', {}, set('deliverables', 'D1.2', { number: 'D1.1' })],
  ['milestone-number-repeated', 'MS1', {}, set('milestones', 'MS2', { number: 'MS1' })],
  ['lead-unknown', 'WP3', { lead: 'NAPA' }, set('workPackages', 'WP3', { lead: 'NAPA' })],
  ['lead-unknown', 'T3.3', { lead: 'NAPA' }, set('tasks', 'T3.3', { lead: 'NAPA' })],
  ['lead-unknown', 'D3.3', { lead: 'NAPA' }, set('deliverables', 'D3.3', { lead: 'NAPA' })],
  ['lead-unknown', 'MS7', { lead: 'NAPA' }, set('milestones', 'MS7', { lead: 'NAPA' })],
  ['work-package-unknown', 'T2.2', { workPackage: 'WP9' }, set('tasks', 'T2.2', { workPackage: 'WP9' })],
  ['work-package-unknown', 'D2.2', { workPackage: 'WP9' }, set('deliverables', 'D2.2', { workPackage: 'WP9' })],
  ['work-package-unknown', 'MS3', { workPackage: 'WP9' }, set('milestones', 'MS3', { workPackages: ['WP9'] })],
  ['work-package-repeated', 'MS3', { workPackage: 'WP2' }, set('milestones', 'MS3', { workPackages: ['WP2', 'WP2'] })],
  ['participant-unknown', 'T2.3', { participant: 'MIT' }, set('tasks', 'T2.3', { participants: ['AL', 'MIT'] })],
  ['participant-repeated', 'T2.3', { participant: 'AL' }, set('tasks', 'T2.3', { participants: ['AL', 'AL'] })],
  ['lead-is-participant', 'T2.2', { lead: 'QUI' }, set('tasks', 'T2.2', { participants: ['AL', 'QUI'] })],
  ['contributor-unknown', 'D2.2', { contributor: 'MIT' }, set('deliverables', 'D2.2', { contributors: ['MIT'] })],
  ['lead-is-contributor', 'D2.2', { lead: 'QUI' }, set('deliverables', 'D2.2', { contributors: ['QUI'] })],
  ['months-reversed', 'T2.2', { startMonth: 11, endMonth: 10 }, set('tasks', 'T2.2', { startMonth: 11 })],
  ['month-outside-project', 'WP5', { month: 49, durationMonths: 48 }, set('workPackages', 'WP5', { endMonth: 49 })],
  ['month-outside-project', 'T5.5', { month: 49, durationMonths: 48 }, set('tasks', 'T5.5', { endMonth: 49 })],
  ['month-outside-project', 'D5.5', { month: 49, durationMonths: 48 }, set('deliverables', 'D5.5', { dueMonth: 49 })],
  ['month-outside-project', 'MS8', { month: 49, durationMonths: 48 }, set('milestones', 'MS8', { dueMonth: 49 })],
  ['share-negative', 'WP1 × AL', { shareCents: -1 }, (file) => void (file['lumpSumShares']![0]!['amountCents'] = -1)],
  [
    'share-repeated',
    'WP1 × AL',
    { shareCents: 0 },
    (file) => file['lumpSumShares']!.push({ workPackage: 'WP1', beneficiary: 'AL', amountCents: 0 }),
  ],
  [
    'share-of-unknown-work-package',
    'WP9 × AL',
    { shareCents: 0 },
    (file) => file['lumpSumShares']!.push({ workPackage: 'WP9', beneficiary: 'AL', amountCents: 0 }),
  ],
  [
    'share-of-unknown-beneficiary',
    'WP1 × MIT',
    { shareCents: 0 },
    (file) => file['lumpSumShares']!.push({ workPackage: 'WP1', beneficiary: 'MIT', amountCents: 0 }),
  ],
  ['share-of-unknown-beneficiary', 'WP1 × PXU', { shareCents: 560_000 }, set('beneficiaries', 3, { role: 'associated-partner' })],
  ['estimate-repeated', 'WP1 × AL × A', {}, (file) => file['budgetLines']!.push({ ...file['budgetLines']![0]!, amountCents: 0 })],
  [
    'estimate-of-unknown-work-package',
    'WP9 × AL × A',
    {},
    (file) => file['budgetLines']!.push({ ...file['budgetLines']![0]!, workPackage: 'WP9' }),
  ],
  [
    'estimate-of-unknown-beneficiary',
    'WP1 × MIT × A',
    {},
    (file) => file['budgetLines']!.push({ ...file['budgetLines']![0]!, beneficiary: 'MIT' }),
  ],
];

const WARNINGS: typeof RULES = [
  ['task-outside-work-package', 'T2.3', { workPackage: 'WP2', startMonth: 4, endMonth: 12 }, set('tasks', 'T2.3', { endMonth: 13 })],
  [
    'deliverable-outside-work-package',
    'D2.3',
    { workPackage: 'WP2', startMonth: 4, endMonth: 12 },
    set('deliverables', 'D2.3', { dueMonth: 14 }),
  ],
  [
    'milestone-outside-work-package',
    'MS3',
    { workPackage: 'WP2', startMonth: 4, endMonth: 12 },
    set('milestones', 'MS3', { dueMonth: 13 }),
  ],
  ['last-reporting-period-not-final', 'reporting period 3', { kind: 'periodic' }, set('reportingPeriods', 3, { kind: 'periodic' })],
  [
    'estimate-differs-from-share',
    'WP1 × AL',
    { shareCents: 2_840_000, estimateCents: 3_155_546 },
    (file) => void (file['budgetLines']![0]!['amountCents'] = 2_359_284),
  ],
];

describe('the content of a project file', () => {
  it.each(RULES)('%s: refused, naming %s', (rule, named, params, change) => {
    expect(findingsOf(change)).toContainEqual({ level: 'error', record: named, rule, params });
  });

  it.each(WARNINGS)('%s: only a warning, naming %s', (rule, named, params, change) => {
    expect(findingsOf(change)).toEqual([{ level: 'warning', record: named, rule, params }]);
  });
});

describe('what the file says beside', () => {
  it('takes a former name plainly or with its dates', () => {
    const file = JSON.parse(STRIVE) as RawFile;
    Object.assign(record(file, 'beneficiaries', 5), { aliases: ['NAPA', { name: 'Old academy', validTo: '2024-12-31' }] });
    const read = readProjectFile(file);
    expect(read.ok && read.value.file.beneficiaries[4]?.aliases).toEqual([
      { name: 'NAPA' },
      { name: 'Old academy', validTo: '2024-12-31' },
    ]);
  });

  it('reports every part that nothing reads, sections and fields', () => {
    const file = JSON.parse(STRIVE) as RawFile;
    record(file, 'tasks', 'T1.1')['colour'] = 'red';
    const read = readProjectFile(file);
    const leftOut = read.ok ? read.value.leftOut : [];
    expect(leftOut).toEqual(
      expect.arrayContaining([
        { part: 'tasks.colour', records: 1 },
        { part: 'events', records: 7 },
      ]),
    );
    expect(leftOut.map(({ part }) => part)).not.toContain('$comment');
  });

  it.each([
    ['stated', 'stated'],
    [undefined, 'stated'],
    ['demonstration', 'demonstration'],
    ['activity stated; number and months demonstration', 'demonstration'],
  ])('shows a record with source %j as %s', (source, provenance) => {
    expect(provenanceOf(source)).toBe(provenance);
  });

  it.each([
    ['two thirds of the votes cast', 6_666],
    ['Three quarters', 7_500],
    ['simple majority', 5_001],
    ['half of the members', 5_000],
    ['consensus', 10_000],
    [undefined, 6_666],
    ['a few', null],
  ])('reads %j of a body as %s', (words, part) => {
    expect(partInWords(words)).toBe(part);
  });
});
