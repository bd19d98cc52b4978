import { HttpErrorResponse } from '@angular/common/http';
import { PROBLEM_CODES, type Problem } from '@office/contracts';

/** A refusal or failure as pages handle it; `offline` when no answer came at all. */
export type ReadProblem = (Problem & { readonly offline: false }) | OfflineProblem;

export interface OfflineProblem {
  readonly offline: true;
  readonly code: 'offline';
  readonly status: 0;
}

const OFFLINE: OfflineProblem = { offline: true, code: 'offline', status: 0 };

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('code' in body)) return false;
  return (PROBLEM_CODES as readonly unknown[]).includes(body.code);
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Reads any thrown thing as a problem; what is no problem document counts as an internal error. */
export function readProblem(error: unknown): ReadProblem {
  const response = error instanceof HttpErrorResponse ? error : error instanceof Error ? error.cause : undefined;
  const status = response instanceof HttpErrorResponse ? response.status : 500;
  if (status === 0) return OFFLINE;
  const body = response instanceof HttpErrorResponse ? parsed(response.error) : null;
  if (isProblem(body)) return { ...body, offline: false };
  const code = status === 404 ? 'not-found' : status === 503 ? 'unavailable' : 'internal';
  return { type: 'about:blank', title: code, status, code, requestId: '', offline: false };
}
