import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { changeOf, isMoved, keyStep, type Movable, movedBy, partAt, unmoved } from './bar-move';
import { shiftWords, spokenMove } from './move-words';

const task: Movable = { kind: 'task', id: 't1', number: 'T2.2', title: 'Seminar', startMonth: 6, endMonth: 10 };
const deliverable: Movable = { kind: 'deliverable', id: 'd1', number: 'D2.2', title: 'Report', startMonth: 10, endMonth: 10 };

describe('a bar that is moved', () => {
  it.each([
    ['whole', 1, 7, 11],
    ['whole', -2, 4, 8],
    ['whole', -9, 1, 5],
    ['whole', 99, 44, 48],
    ['end', 3, 6, 13],
    ['end', -9, 6, 6],
    ['end', 99, 6, 48],
    ['start', 9, 10, 10],
    ['start', -9, 1, 10],
  ] as const)('%s by %p months: M%p to M%p of 48', (part, months, startMonth, endMonth) => {
    expect(movedBy(unmoved(task), part, months, 48)).toMatchObject({ startMonth, endMonth });
  });

  it('has not moved when it is back', () => {
    const there = movedBy(unmoved(task), 'whole', 1, 48);
    expect(isMoved(there)).toBe(true);
    expect(isMoved(movedBy(there, 'whole', -1, 48))).toBe(false);
  });

  it.each([
    ['ArrowLeft', false, { part: 'whole', months: -1 }],
    ['ArrowRight', false, { part: 'whole', months: 1 }],
    ['ArrowRight', true, { part: 'end', months: 1 }],
    ['ArrowDown', false, null],
    ['a', false, null],
  ])('%s, Shift %p', (key, shiftKey, step) => {
    expect(keyStep({ key, shiftKey }, task)).toEqual(step);
  });

  it('has one month only when it is due', () => {
    expect(keyStep({ key: 'ArrowRight', shiftKey: true }, deliverable)).toEqual({ part: 'whole', months: 1 });
    expect(partAt(1, 200, deliverable)).toBe('whole');
  });

  it.each([
    [0, 100, 'start'],
    [50, 100, 'whole'],
    [95, 100, 'end'],
    [1, 20, 'whole'],
  ])('is taken at %p of %p pixels: %s', (x, width, part) => {
    expect(partAt(x, width, task)).toBe(part);
  });

  it('intends a change of the plan', () => {
    expect(changeOf(movedBy(unmoved(task), 'end', 2, 48))).toEqual({ kind: 'task.months', id: 't1', startMonth: 6, endMonth: 12 });
    expect(changeOf(movedBy(unmoved(deliverable), 'whole', 2, 48))).toEqual({ kind: 'deliverable.due', id: 'd1', dueMonth: 12 });
    expect(changeOf(unmoved({ ...task, kind: 'work-package' })).kind).toBe('work-package.months');
    expect(changeOf(unmoved({ ...deliverable, kind: 'milestone' })).kind).toBe('milestone.due');
  });
});

describe('a move in words', () => {
  it.each([
    ['whole', 1, '1 month later'],
    ['whole', -3, '3 months earlier'],
    ['end', 2, 'ends 2 months later'],
    ['start', -1, 'starts 1 month earlier'],
    ['end', 0, ''],
  ] as const)('%s by %p: %s', (part, months, words) => {
    expect(shiftWords(movedBy(unmoved(task), part, months, 48))).toBe(words);
  });

  it('says where it is and what the keys do', () => {
    const start = plainDate('2024-01-01');
    const spoken = spokenMove(start, movedBy(unmoved(deliverable), 'whole', 1, 48));
    expect(spoken).toBe('D2.2: 30 Nov 2024 · M11, 1 month later. Enter plans the change, Escape puts it back.');
    expect(spokenMove(start, unmoved(deliverable))).toBe('D2.2: 31 Oct 2024 · M10, as planned.');
  });
});
