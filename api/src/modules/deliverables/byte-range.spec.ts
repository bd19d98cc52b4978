import { describe, expect, it } from '@jest/globals';
import { rangeOf } from './byte-range.js';

const TAG = '"ab"';

describe('the part of a file that is asked for', () => {
  it.each([
    [undefined, undefined, null],
    ['bytes=0-9', undefined, { start: 0, end: 9 }],
    ['bytes=90-', undefined, { start: 90, end: 99 }],
    ['bytes=-10', undefined, { start: 90, end: 99 }],
    ['bytes=90-200', undefined, { start: 90, end: 99 }],
    ['bytes=0-9', TAG, { start: 0, end: 9 }],
    ['bytes=0-9', '"cd"', null],
    ['bytes=0-9', `W/${TAG}`, null],
    ['bytes=0-9', 'Mon, 16 Sep 2024 10:00:00 GMT', null],
    ['bytes=0-0,9-9', undefined, null],
    ['pages=1-2', undefined, null],
    ['nonsense', undefined, null],
    ['bytes=100-', undefined, 'unsatisfiable'],
  ])('Range %s with If-Range %s', (range, ifRange, expected) => {
    const headers = { range, 'if-range': ifRange };
    expect(rangeOf(headers, TAG, 100)).toEqual(expected);
  });
});
