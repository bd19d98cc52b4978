import { describe, expect, it } from '@jest/globals';
import { CONSORTIUM, aDeliverableMark, aMilestone, aTask, aWorkPackagePlan, aWorkPlan } from '@office/testing';
import { addressOf, filtered, filterOf, NO_FILTER, partnersOf, type PlanFilter } from './plan-filter';

const read = (address: string): PlanFilter => {
  const params = new URLSearchParams(address);
  return filterOf((name) => params.get(name));
};

describe('filter and address', () => {
  it.each<[string, PlanFilter]>([
    ['', NO_FILTER],
    ['year=2', { year: 2, partner: null, text: '' }],
    ['partner=U%C3%89&text=seminar', { year: null, partner: 'UÉ', text: 'seminar' }],
    ['year=1&partner=QUI&text=kick-off+meeting', { year: 1, partner: 'QUI', text: 'kick-off meeting' }],
  ])('"%s" there and back', (address, filter) => {
    expect(read(address)).toEqual(filter);
    const entries = Object.entries(addressOf(filter)).filter((entry): entry is [string, string] => entry[1] !== null);
    expect(new URLSearchParams(entries).toString()).toBe(address);
  });

  it.each(['year=0', 'year=-1', 'year=1.5', 'year=all', 'year=&partner=&text=', 'partner=+&text=+'])('"%s" filters nothing', (address) => {
    expect(read(address)).toEqual(NO_FILTER);
  });
});

const plan = aWorkPlan({
  workPackages: [
    aWorkPackagePlan({
      number: 'WP1',
      title: 'Coordination',
      lead: CONSORTIUM.AL,
      startMonth: 1,
      endMonth: 48,
      tasks: [
        aTask({ number: 'T1.1', title: 'Kick-off meeting', lead: CONSORTIUM.AL, participants: ['QUI'], startMonth: 1, endMonth: 3 }),
        aTask({ number: 'T1.2', title: 'Quality reports', lead: CONSORTIUM.UNITUS, participants: ['AL'], startMonth: 2, endMonth: 48 }),
      ],
      deliverables: [
        aDeliverableMark({ number: 'D1.1', title: 'Quality plan', lead: CONSORTIUM.UNITUS, dueMonth: 4 }),
        aDeliverableMark({ number: 'D1.2', title: 'Final quality report', lead: CONSORTIUM.UNITUS, dueMonth: 48 }),
      ],
      milestones: [aMilestone({ number: 'MS1', lead: CONSORTIUM.AL, dueMonth: 12 })],
    }),
    aWorkPackagePlan({
      number: 'WP2',
      title: 'Erasmus+ in Évora and Huế',
      lead: CONSORTIUM.UE,
      startMonth: 4,
      endMonth: 12,
      tasks: [
        aTask({ number: 'T2.1', title: 'Seminar', lead: CONSORTIUM.UE, participants: ['QUI', 'HANU'], startMonth: 4, endMonth: 12 }),
        aTask({ number: 'T2.2', title: 'Guide', lead: CONSORTIUM.HANU, participants: [], startMonth: 6, endMonth: 12 }),
      ],
      deliverables: [],
      milestones: [],
    }),
  ],
});

const shown = (filter: Partial<PlanFilter>): string[] =>
  filtered(plan, { ...NO_FILTER, ...filter }).flatMap((work) =>
    [work, ...work.tasks, ...work.deliverables, ...work.milestones].map((row) => row.number),
  );

describe('filtered plan', () => {
  it('is the whole plan without a filter', () => {
    expect(shown({})).toEqual(['WP1', 'T1.1', 'T1.2', 'D1.1', 'D1.2', 'MS1', 'WP2', 'T2.1', 'T2.2']);
  });

  it.each<[Partial<PlanFilter>, string[]]>([
    [{ year: 1 }, ['WP1', 'T1.1', 'T1.2', 'D1.1', 'MS1', 'WP2', 'T2.1', 'T2.2']],
    [{ year: 2 }, ['WP1', 'T1.2']],
    [{ year: 4 }, ['WP1', 'T1.2', 'D1.2']],
    [{ partner: 'QUI' }, ['WP1', 'T1.1', 'WP2', 'T2.1']],
    [{ partner: 'UNITUS' }, ['WP1', 'T1.2', 'D1.1', 'D1.2']],
    [{ partner: 'QUI', year: 2 }, []],
    [{ text: 'quality' }, ['WP1', 'T1.2', 'D1.1', 'D1.2']],
    [{ text: 'T2.2' }, ['WP2', 'T2.2']],
    [{ text: 'evora' }, ['WP2', 'T2.1', 'T2.2']],
    [{ text: 'HUE', partner: 'HANU' }, ['WP2', 'T2.1', 'T2.2']],
    [{ text: 'nothing' }, []],
  ])('%j', (filter, rows) => {
    expect(shown(filter)).toEqual(rows);
  });

  it('offers every partner that leads or takes part', () => {
    expect(partnersOf(plan)).toEqual(['AL', 'HANU', 'QUI', 'UÉ', 'UNITUS']);
  });
});
