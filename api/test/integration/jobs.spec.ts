import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/core/clock/clock.js';
import { Database } from '../../src/core/database/database.js';
import { Jobs, type Job } from '../../src/core/jobs/jobs.js';
import { openOffice, type TestOffice } from '../support/office.js';

const NOON = Date.parse('2024-09-16T10:00:00Z');

let office: TestOffice;
let clock: Clock;
let done: string[];
beforeAll(async () => {
  office = await openOffice();
  clock = office.app.get(Clock);
});
beforeEach(async () => {
  done = [];
  await office.sql('DELETE FROM job');
});
afterAll(() => office.close());

/** A server with one job that is due every minute. */
function server(name: string, run: Job['run'] = () => Promise.resolve(void done.push(name))): Jobs {
  const jobs = new Jobs(office.app.get(Database), clock);
  jobs.add({ name: 'sweep', everySeconds: 60, run });
  return jobs;
}

const after = (seconds: number, work: () => Promise<void>): Promise<void> => clock.at(new Date(NOON + seconds * 1_000), work);

describe('a job', () => {
  it('is done by one of several servers, and again when its time has come', async () => {
    const [first, second] = [server('first'), server('second')];
    await after(0, () => first.runDue());
    await after(5, () => second.runDue());
    expect(done).toEqual(['first']);
    await after(60, () => second.runDue());
    await after(61, () => first.runDue());
    expect(done).toEqual(['first', 'second']);
  });

  it('is not begun by another server while one is still at it', async () => {
    const other = server('other');
    const slow = server('slow', () => after(70, () => other.runDue()));
    await after(0, () => slow.runDue());
    expect(done).toEqual([]);
    await after(71, () => other.runDue());
    expect(done).toEqual(['other']);
  });

  it('is taken over from a server that fell', async () => {
    await office.sql(`INSERT INTO job (name, started_at, busy_until) VALUES ('sweep', $1, $2)`, [new Date(NOON), new Date(NOON + 900_000)]);
    const jobs = server('next');
    await after(800, () => jobs.runDue());
    expect(done).toEqual([]);
    await after(900, () => jobs.runDue());
    expect(done).toEqual(['next']);
  });

  it('that failed is tried again in its next turn', async () => {
    const failing = server('failing', () => Promise.reject(new Error('out of order')));
    await after(0, () => failing.runDue());
    const jobs = server('next');
    await after(60, () => jobs.runDue());
    expect(done).toEqual(['next']);
  });

  it('runs after the clock was set back', async () => {
    const jobs = server('again');
    await after(86_400, () => jobs.runDue());
    await after(0, () => jobs.runDue());
    expect(done).toEqual(['again', 'again']);
  });
});
