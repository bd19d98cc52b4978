import type { PlainDate } from '@office/domain';
import { ProblemError } from '../../core/http/problem.js';

interface Bounds {
  readonly notBefore?: PlainDate | null;
  readonly notAfter?: PlainDate | null;
}

/** Days of a story come one after the other, and none from the future. */
export function assertDay(path: string, day: PlainDate, { notBefore = null, notAfter = null }: Bounds): void {
  if (notAfter !== null && day > notAfter) {
    throw new ProblemError('validation-failed', { errors: [{ path, code: 'date-too-late', params: { latest: notAfter } }] });
  }
  if (notBefore !== null && day < notBefore) {
    throw new ProblemError('validation-failed', { errors: [{ path, code: 'date-too-early', params: { earliest: notBefore } }] });
  }
}
