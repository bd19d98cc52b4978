import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger, type ExecutionContext } from '@nestjs/common';
import type { Clock } from '../../core/clock/clock.js';
import type { Transactions } from '../../core/database/transaction.js';
import type { AgreementsRepository } from './agreements.repository.js';
import type { Agreements } from './agreements.js';
import { PlanDays } from './plan-days.js';

const PROJECT = '0198f000-0000-7000-8000-00000000000a';
const requestFor = (projectId: string): ExecutionContext =>
  ({ switchToHttp: () => ({ getRequest: () => ({ params: { projectId } }) }) }) as unknown as ExecutionContext;

describe('the days of plans', () => {
  const dueDays = jest.fn<AgreementsRepository['dueDays']>();
  const settle = jest.fn(() => Promise.resolve());
  const clock = { now: () => new Date('2024-09-16T08:00:00Z') };
  let days: PlanDays;

  beforeEach(() => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    settle.mockClear();
    days = new PlanDays(
      { dueDays } as unknown as AgreementsRepository,
      {} as Agreements,
      { run: settle } as unknown as Transactions,
      clock as Clock,
    );
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('find a project however its id is written', async () => {
    dueDays.mockResolvedValue([{ projectId: PROJECT, zone: 'Europe/Brussels', on: '2024-09-17' } as never]);
    await days.look();
    clock.now = () => new Date('2024-09-17T08:00:00Z');
    await days.canActivate(requestFor(PROJECT.toUpperCase()));
    expect(settle).toHaveBeenCalledTimes(1);
  });

  it('log a look that fails after a write: the write is done', async () => {
    dueDays.mockRejectedValue(new Error('connection lost'));
    await expect(days.lookAfterWrite()).resolves.toBeUndefined();
    expect(Logger.prototype.error).toHaveBeenCalledTimes(1);
  });
});
