import { applyDecorators, Injectable } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import type { Page } from '@office/contracts';
import { Settings } from '../config/settings.js';
import { ProblemError } from './problem.js';

const toNumber = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && value !== '' ? Number(value) : value);
const DEFAULT_LIMIT = 100;

/** One of the two numbers that say which page of a list. */
export const PageNumber = (least: number): PropertyDecorator => applyDecorators(IsOptional(), Transform(toNumber), IsInt(), Min(least));

export class PageQuery {
  @PageNumber(0)
  offset?: number;

  @PageNumber(1)
  limit?: number;
}

export interface PageBounds {
  readonly offset: number;
  readonly limit: number;
}

@Injectable()
export class Paging {
  constructor(private readonly settings: Settings) {}

  /** @throws ProblemError `validation-failed` when more rows are asked for than a page may have. */
  boundsOf(query: PageQuery): PageBounds {
    const most = this.settings.MAX_PAGE_SIZE;
    const limit = query.limit ?? Math.min(DEFAULT_LIMIT, most);
    if (limit > most) throw new ProblemError('validation-failed', { errors: [{ path: 'limit', code: 'max', params: { max: most } }] });
    return { offset: query.offset ?? 0, limit };
  }
}

/** Stands for a page past the end: no item, and the total all the same. */
export interface EmptyPageRow {
  readonly id: null;
  readonly total: number;
}

/** A page from rows that each carry the `total` of all, counted by the same statement. */
export const pageOf = <Row extends { readonly id: string; readonly total: number }, Item>(
  rows: readonly (Row | EmptyPageRow)[],
  bounds: PageBounds,
  view: (row: Row) => Item,
): Page<Item> => ({
  items: rows.filter((row): row is Row => row.id !== null).map(view),
  total: rows[0]?.total ?? 0,
  ...bounds,
});
