import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  blockReasonOf,
  checkTaskPart,
  evidenceUrl,
  linkTitle,
  partProgress,
  URL_MAX_LENGTH,
  type BlockedTask,
  type PartCriterion,
  type TaskPart,
} from './task-part.js';
import { WORK_STATES, type WorkState } from './work-status.js';

const criteria = (...met: boolean[]): PartCriterion[] => met.map((one, index) => ({ text: `Criterion ${index + 1}`, met: one }));
const aPart = (overrides: Partial<TaskPart> = {}): TaskPart => ({ state: 'in-progress', note: '', criteria: [], ...overrides });

describe('checkTaskPart', () => {
  it.each<[string, TaskPart, string[]]>([
    ['on its way without words', aPart(), []],
    ['done with nothing to meet', aPart({ state: 'done' }), []],
    ['done with all met', aPart({ state: 'done', criteria: criteria(true, true) }), []],
    ['done with one open', aPart({ state: 'done', criteria: criteria(true, false) }), ['criteria-open-when-done']],
    ['on its way with one open', aPart({ criteria: criteria(true, false) }), []],
    ['blocked with a reason', aPart({ state: 'blocked', note: 'No visa yet.' }), []],
    ['blocked without', aPart({ state: 'blocked', note: ' \n' }), ['reason-needed-when-blocked']],
    ['set back', aPart({ state: 'not-started', criteria: criteria(true) }), []],
  ])('%s', (_case, part, codes) => {
    const checked = checkTaskPart(part);
    expect(checked.ok ? [] : checked.reason.map(({ code }) => code)).toEqual(codes);
  });
});

describe('partProgress', () => {
  it.each<[WorkState, boolean[], number]>([
    ['not-started', [], 0],
    ['not-started', [true], 0],
    ['in-progress', [], 50],
    ['blocked', [], 50],
    ['in-progress', [false, false, false], 10],
    ['in-progress', [true, false, false], 33],
    ['blocked', [true, true, false], 66],
    ['in-progress', [true, true], 90],
    ['done', [], 100],
    ['done', [true, true], 100],
  ])('%s with %j: %d', (state, met, percent) => {
    expect(partProgress({ state, criteria: criteria(...met) })).toBe(percent);
  });

  it('is 100 when done and only then, 0 before the start and only then', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORK_STATES), fc.array(fc.boolean(), { maxLength: 20 }), (state, met) => {
        const percent = partProgress({ state, criteria: criteria(...met) });
        return (percent === 100) === (state === 'done') && (percent === 0) === (state === 'not-started') && Number.isInteger(percent);
      }),
    );
  });

  it('never falls when one more criterion is met', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORK_STATES), fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), fc.nat(), (state, met, at) => {
        const more = met.map((one, index) => one || index === at % met.length);
        return partProgress({ state, criteria: criteria(...more) }) >= partProgress({ state, criteria: criteria(...met) });
      }),
    );
  });
});

describe('evidenceUrl', () => {
  it.each([
    ['https://qui.example/report', 'https://qui.example/report'],
    ['http://qui.example/report', 'http://qui.example/report'],
    ['  HTTPS://QUI.example/Report?v=2#top ', 'HTTPS://QUI.example/Report?v=2#top'],
    ['drive.example/d/1', 'https://drive.example/d/1'],
    ['drive.example:8443/d/1', 'https://drive.example:8443/d/1'],
    ['https://qui.example/báo-cáo', 'https://qui.example/báo-cáo'],
  ])('takes %j', (typed, address) => {
    expect(evidenceUrl(typed)).toBe(address);
  });

  it.each([
    '',
    ' ',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'ftp://qui.example/report',
    'mailto:qui@strive.example',
    'blob:https://qui.example/1',
    'https://',
    'https:///report',
    'https://localhost/report',
    'https://user:secret@qui.example/',
    'https://qui.example/a b',
    'https://qui.example/<script>',
    'https://qui.example\\@evil.example',
    'https://[::1]/report',
    'report',
    '//qui.example/report',
    `https://qui.example/${'a'.repeat(URL_MAX_LENGTH)}`,
  ])('refuses %j', (typed) => {
    expect(evidenceUrl(typed)).toBeNull();
  });

  it('answers http or https and nothing else, whatever is typed, and takes its own answer as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webUrl({ validSchemes: ['ftp', 'javascript', 'data'] })), (typed) => {
        const address = evidenceUrl(typed);
        return address === null || (/^https?:\/\//i.test(address) && evidenceUrl(address) === address);
      }),
    );
  });
});

describe('linkTitle', () => {
  it.each([
    ['https://www.qui.example/report/?v=2', 'qui.example/report'],
    ['http://qui.example', 'qui.example'],
    [`https://qui.example/${'a'.repeat(300)}`, `qui.example/${'a'.repeat(188)}`],
  ])('of %s', (url, title) => {
    expect(linkTitle(url)).toBe(title);
  });
});

describe('blockReasonOf', () => {
  const status = (state: WorkState, progressSource: 'derived' | 'overridden', narrative = 'Under way.'): BlockedTask['status'] => ({
    ...{ state, progressSource, narrative, overrideReason: 'Mine.' },
  });
  const part = (shortName: string, blockedReason: string | null): BlockedTask['parts'][number] => ({
    ...{ beneficiary: { shortName }, blockedReason },
  });
  it.each<[string, BlockedTask, string]>([
    ['not blocked', { status: status('in-progress', 'derived'), parts: [part('QUI', 'No data.')] }, ''],
    ['one part', { status: status('blocked', 'derived'), parts: [part('PXU', null), part('QUI', 'No data.')] }, 'QUI: No data.'],
    [
      'two parts',
      { status: status('blocked', 'derived'), parts: [part('PXU', 'No visa.'), part('QUI', 'No data.')] },
      'PXU: No visa.; QUI: No data.',
    ],
    ['the lead says so', { status: status('blocked', 'overridden', 'No hall.'), parts: [part('QUI', 'No data.')] }, 'No hall.'],
    ['the lead says so, the reason given once', { status: status('blocked', 'overridden', ' '), parts: [] }, 'Mine.'],
  ])('%s', (_case, task, reason) => {
    expect(blockReasonOf(task)).toBe(reason);
  });
});
