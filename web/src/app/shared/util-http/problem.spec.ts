import { HttpErrorResponse } from '@angular/common/http';
import { describe, expect, it } from '@jest/globals';
import { PROBLEM_CODES, type ProblemCode } from '@office/contracts';
import { aProblem } from '@office/testing';
import { currentOf } from './project-api';
import { readProblem } from './problem';
import { problemWords } from './problem-words';

const answered = (status: number, error: unknown): HttpErrorResponse => new HttpErrorResponse({ status, error });
const wordsFor = (code: ProblemCode, params = {}): string => problemWords(readProblem(answered(400, aProblem({ code, params }))));

describe('reading a problem', () => {
  it('keeps code, parameters and what is at the server now', () => {
    const current = { version: 4 };
    const problem = readProblem(answered(412, aProblem({ status: 412, code: 'precondition-failed', current })));
    expect(problem.code).toBe('precondition-failed');
    expect(currentOf(problem)).toEqual(current);
  });

  it('takes no answer for being offline', () => {
    expect(readProblem(answered(0, null)).code).toBe('offline');
  });

  it.each([
    [404, 'not-found'],
    [503, 'unavailable'],
    [502, 'internal'],
  ])('gives a %i without a problem document the code %s', (status, code) => {
    expect(readProblem(answered(status, '<html>')).code).toBe(code);
  });

  it('counts anything else as an internal problem', () => {
    expect(readProblem(new Error('broken')).code).toBe('internal');
  });
});

describe('words for a problem', () => {
  it.each(PROBLEM_CODES)('%s is said in a sentence', (code) => {
    expect(wordsFor(code)).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('says how long to wait', () => {
    expect(wordsFor('login-throttled', { retryAfterSeconds: 40 })).toBe('Too many attempts. Try again in a minute.');
    expect(wordsFor('login-throttled', { retryAfterSeconds: 290 })).toBe('Too many attempts. Try again in 5 minutes.');
  });

  it('names the size limit', () => {
    expect(wordsFor('file-too-large', { maxBytes: 50_000_000 })).toBe('The file is too large; up to 50 MB are taken.');
  });
});
