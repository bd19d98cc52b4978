import { describe, expect, it } from '@jest/globals';
import { fieldProblem, readPercent, type Field } from './fields';

const field = (overrides: Partial<Field>): Field => ({ name: 'x', label: 'X', kind: 'text', value: '', ...overrides });

describe('a field', () => {
  it.each<[string, Partial<Field>, string, string | null]>([
    ['text', { kind: 'text' }, '', null],
    ['text that is needed', { kind: 'text', required: true }, ' ', 'This is needed.'],
    ['a day', { kind: 'date', latest: '2024-09-16' }, '2024-09-16', null],
    ['a day to come', { kind: 'date', latest: '2024-09-16' }, '2024-09-17', 'Choose a day that has come.'],
    ['no day', { kind: 'date' }, '2024-02-30', 'Choose a day.'],
    ['an amount', { kind: 'money' }, '1 250,50', null],
    ['no amount', { kind: 'money' }, '1.234', 'Write an amount in figures, such as 1250.50.'],
    ['a percentage', { kind: 'percent' }, '90', null],
    ['no percentage', { kind: 'percent' }, '101', 'Write a percentage from 0 to 100.'],
  ])('%s', (_case, overrides, text, problem) => {
    expect(fieldProblem(field(overrides), text)).toBe(problem);
  });

  it.each([
    ['0', 0],
    ['70 %', 7_000],
    ['12,5', 1_250],
    ['100', 10_000],
    ['100.01', null],
    ['-1', null],
    ['', null],
  ])('%j is %p basis points', (text, points) => {
    expect(readPercent(text)).toBe(points);
  });
});
