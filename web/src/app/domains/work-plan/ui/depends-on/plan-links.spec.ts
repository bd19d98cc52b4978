import { describe, expect, it } from '@jest/globals';
import { aDeliverableMark, aTask, aWorkPackagePlan, idOf } from '@office/testing';
import { candidatesFor, endsOf } from './plan-links';

const first = aTask({ id: idOf('task', 1), number: 'T1.1' });
const second = aTask({ id: idOf('task', 2), number: 'T1.2', dependsOn: [first.id] });
const report = aDeliverableMark({ id: idOf('deliverable', 3), number: 'D1.1', dependsOn: [second.id] });
const other = aTask({ id: idOf('task', 4), number: 'T1.3' });
const plan = [aWorkPackagePlan({ tasks: [first, second, other], deliverables: [report], milestones: [] })];

describe('what a row may be made to depend on', () => {
  const numbersFor = (row: (typeof plan)[0]['tasks'][0] | typeof report): string[] =>
    candidatesFor(row, endsOf(plan)).map(({ number }) => number);

  it('is everything but itself, what it depends on already, and what waits for it through others', () => {
    expect(numbersFor(first)).toEqual(['T1.3']);
    expect(numbersFor(second)).toEqual(['T1.3']);
    expect(numbersFor(report)).toEqual(['T1.1', 'T1.3']);
    expect(numbersFor(other)).toEqual(['T1.1', 'T1.2', 'D1.1']);
  });
});
