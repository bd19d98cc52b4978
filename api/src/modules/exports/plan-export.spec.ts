import { describe, expect, it } from '@jest/globals';
import { NO_PLAN_FILTER, plainDate, type PlanFilter } from '@office/domain';
import { aMilestone, aWorkPackagePlan, aWorkPlan, CONSORTIUM } from '@office/testing';
import { calendarOf, fileNameOf, milestonesOf, monthsDone, planExport, yearsOf, type ExportProject } from './plan-export.js';

const PROJECT: ExportProject = {
  id: 'p1',
  acronym: 'STRIVE',
  title: 'Strengthening',
  grantNumber: '101128558',
  startDate: plainDate('2024-01-01'),
  durationMonths: 42,
  deadlineTimeZone: 'Europe/Rome',
};

const made = (filter: Partial<PlanFilter> = {}, project: Partial<ExportProject> = {}, publicUrl?: string) =>
  planExport({
    project: { ...PROJECT, ...project },
    plan: aWorkPlan({ workPackages: [aWorkPackagePlan({ number: 'WP1' }), aWorkPackagePlan({ number: 'WP2', lead: CONSORTIUM.QUI })] }),
    filter: { ...NO_PLAN_FILTER, ...filter },
    today: plainDate('2026-11-23'),
    publicUrl,
  });

describe('the plan that goes out', () => {
  it.each<[number | null, [number, number]]>([
    [null, [1, 42]],
    [1, [1, 12]],
    [2, [13, 24]],
    [4, [37, 42]],
    [9, [42, 42]],
  ])('of year %s is drawn over months %j', (year, months) => {
    const { from, to } = made({ year });
    expect([from, to]).toEqual(months);
  });

  it('holds what the filter leaves', () => {
    expect(made({ workPackage: 'WP2' }).works.map(({ number }) => number)).toEqual(['WP2']);
  });

  it.each([
    ['https://office.example', 'https://office.example/p/p1/work-plan?row=T4.4'],
    ['https://office.example/', 'https://office.example/p/p1/work-plan?row=T4.4'],
    [undefined, null],
  ])('links from %s to %s', (publicUrl, link) => {
    expect(made({}, {}, publicUrl).linkTo('T4.4')).toBe(link);
  });

  it('writes a number into an address so that it stays a number', () => {
    expect(made({}, {}, 'https://office.example').linkTo('T1&x=1 #')).toBe('https://office.example/p/p1/work-plan?row=T1%26x%3D1%20%23');
  });

  it.each([
    ['STRIVE', 'STRIVE-work-plan-2026-11-23.xlsx'],
    ['Đổi mới "2"\r\nX: y', 'Doi-moi-2-X-y-work-plan-2026-11-23.xlsx'],
    ['../../etc', 'etc-work-plan-2026-11-23.xlsx'],
    ['越南', 'project-work-plan-2026-11-23.xlsx'],
  ])('of %j is called %s', (acronym, name) => {
    expect(fileNameOf(made({}, { acronym }), 'work-plan', 'xlsx')).toBe(name);
  });
});

describe('the calendar over the months', () => {
  it('follows the day that the project begins, and knows the present month', () => {
    const months = calendarOf(made({ year: 3 }, { startDate: plainDate('2024-03-01') }));
    expect(months[0]).toEqual({ month: 25, first: '2026-03-01', year: 2026, current: false });
    expect(months.find(({ current }) => current)).toMatchObject({ month: 33, first: '2026-11-01' });
    expect(yearsOf(months)).toEqual([
      { year: 2026, first: 0, count: 10 },
      { year: 2027, first: 10, count: 2 },
    ]);
  });
});

it('has a milestone of several work packages once', () => {
  const milestone = aMilestone({ workPackages: ['WP4', 'WP5'] });
  const works = [aWorkPackagePlan({ milestones: [milestone] }), aWorkPackagePlan({ milestones: [milestone] })];
  expect(milestonesOf(works)).toEqual([milestone]);
});

it.each([
  [{ startMonth: 1, endMonth: 12, progress: 0 }, 0],
  [{ startMonth: 1, endMonth: 12, progress: 50 }, 6],
  [{ startMonth: 6, endMonth: 6, progress: 100 }, 1],
])('%j is done for %d months', (work, months) => {
  expect(monthsDone(work)).toBe(months);
});
