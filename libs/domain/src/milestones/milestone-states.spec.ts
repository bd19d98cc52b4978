import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../kernel/plain-date.js';
import { checkAchievement, checkPostponement, expectedOn, isMilestoneLate, type MilestoneState } from './milestone-states.js';

const start = plainDate('2024-01-01');
const today = plainDate('2024-09-16');
const project = { startDate: start, durationMonths: 36 };

describe('checkAchievement', () => {
  const codes = (achievedOn: string, evidence: string, evidenceUrl: string | null): string[] => {
    const answer = checkAchievement({ achievedOn: plainDate(achievedOn), evidence, evidenceUrl }, start, today);
    return answer.ok ? [] : answer.reason.map(({ path, code }) => `${path} ${code}`);
  };

  it.each<[string, string, string, string | null, string[]]>([
    ['a proof in words', '2024-09-01', 'Minutes of 31 May.', null, []],
    ['a proof with an address', '2024-09-01', 'Minutes', 'https://example.org/minutes.pdf', []],
    ['today', '2024-09-16', 'Minutes', null, []],
    ['the first day of the project', '2024-01-01', 'Minutes', null, []],
    ['tomorrow', '2024-09-17', 'Minutes', null, ['achievedOn must-not-be-in-the-future']],
    ['before the project', '2023-12-31', 'Minutes', null, ['achievedOn must-not-be-before-the-start']],
    ['no proof', '2024-09-01', ' \n', null, ['evidence evidence-needed']],
    ['an address that nothing may open', '2024-09-01', 'Minutes', 'javascript:alert(1)', ['evidenceUrl must-be-web-address']],
    [
      'everything wrong',
      '2025-01-01',
      '',
      'x',
      ['achievedOn must-not-be-in-the-future', 'evidence evidence-needed', 'evidenceUrl must-be-web-address'],
    ],
  ])('%s', (_case, achievedOn, evidence, url, expected) => {
    expect(codes(achievedOn, evidence, url)).toEqual(expected);
  });
});

describe('checkPostponement', () => {
  it.each<[string, string, string, string[]]>([
    ['tomorrow, with a reason', '2024-09-17', 'The venue was flooded.', []],
    ['the last day of the project', '2026-12-31', 'Late.', []],
    ['today', '2024-09-16', 'Late.', ['estimate must-be-in-the-future']],
    ['after the project', '2027-01-01', 'Late.', ['estimate must-be-within-the-project']],
    ['no reason', '2024-10-01', '  ', ['reason reason-needed']],
  ])('%s', (_case, estimate, reason, expected) => {
    const answer = checkPostponement({ estimate: plainDate(estimate), reason }, project, today);
    expect(answer.ok ? [] : answer.reason.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });
});

describe('a milestone of M8 (31 August 2024)', () => {
  const late = (state: MilestoneState, on: string, estimate: string | null = null): boolean =>
    isMilestoneLate({ state, dueMonth: 8, estimate: estimate === null ? null : plainDate(estimate) }, start, plainDate(on));

  it.each<[MilestoneState, string, string | null, boolean]>([
    ['open', '2024-08-31', null, false],
    ['open', '2024-09-01', null, true],
    ['not-achieved', '2024-09-01', '2024-10-15', false],
    ['not-achieved', '2024-10-15', '2024-10-15', false],
    ['not-achieved', '2024-10-16', '2024-10-15', true],
    ['achieved', '2030-01-01', null, false],
  ])('%s on %s, estimate %s: late is %s', (state, on, estimate, expected) => {
    expect(late(state, on, estimate)).toBe(expected);
  });

  it('is expected on its day until it has an estimate', () => {
    expect(expectedOn({ state: 'open', dueMonth: 8, estimate: null }, start)).toBe('2024-08-31');
    expect(expectedOn({ state: 'not-achieved', dueMonth: 8, estimate: plainDate('2024-10-15') }, start)).toBe('2024-10-15');
  });
});
