import { describe, expect, it } from '@jest/globals';
import { aPlan, aPlanTask, planId } from '@office/testing';
import { draftChanges } from './draft-changes.js';
import type { PlanChange } from './plan-change.js';

const longer: PlanChange = { kind: 'project.duration', durationMonths: 54 };
const due = (dueMonth: number): PlanChange => ({ kind: 'deliverable.due', id: planId('D2.2'), dueMonth });
const added: PlanChange = { kind: 'task.add', row: aPlanTask({ id: planId('T2.9'), number: 'T2.9' }) };
const ofAdded: PlanChange = { kind: 'task.participants', id: planId('T2.9'), participantIds: [] };

describe('how a draft became another', () => {
  it.each<[string, PlanChange[], PlanChange[], string[], string[]]>([
    ['nothing', [longer], [longer], [], []],
    ['one more', [longer], [longer, due(14)], ['D2.2'], []],
    ['one less', [longer, due(14)], [longer], [], ['D2.2']],
    ['one told otherwise', [due(14)], [due(15)], ['D2.2'], []],
    ['the project as a whole', [], [longer], ['project.duration'], []],
    ['a new row, and what is said of it, once', [], [added, ofAdded], ['T2.9'], []],
    ['a row that is none any more', [{ kind: 'task.remove', id: planId('T9.9') }], [], [], []],
  ])('%s', (_case, before, after, put, out) => {
    expect(draftChanges(before, after, aPlan())).toEqual({ put, out });
  });
});
