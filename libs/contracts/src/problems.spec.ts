import { describe, expect, it } from '@jest/globals';
import { PROBLEM_CODES } from './problems.js';

describe('the codes of errors', () => {
  it('are named once each, in words that a client can keep', () => {
    expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length);
    expect(PROBLEM_CODES.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });
});
