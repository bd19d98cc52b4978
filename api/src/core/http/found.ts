import { ProblemError } from './problem.js';

/** What has to be there; who may not see it is told the same. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new ProblemError('not-found');
  return row;
}
