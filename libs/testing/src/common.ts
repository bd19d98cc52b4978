import type { Page, Problem } from '@office/contracts';

/** A first page that holds all its items. */
export const aPage = <T>(items: T[], overrides: Partial<Page<T>> = {}): Page<T> => ({
  items,
  total: items.length,
  offset: 0,
  limit: 50,
  ...overrides,
});

export const aProblem = (overrides: Partial<Problem> = {}): Problem => ({
  type: `urn:project-office:problem:${overrides.code ?? 'not-found'}`,
  title: 'Not found',
  status: 404,
  code: 'not-found',
  requestId: 'request-1',
  ...overrides,
});
