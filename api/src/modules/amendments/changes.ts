import { readChanges, type PlanChange } from '@office/domain';
import { ProblemError } from '../../core/http/problem.js';

/** The changes of a request, or every field of them that cannot be read. */
export function changesOrRefuse(content: readonly unknown[]): PlanChange[] {
  const read = readChanges(content);
  if (!read.ok) throw new ProblemError('validation-failed', { errors: read.reason });
  return read.value;
}
