import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { SessionView } from '@office/contracts';
import type { DatabaseHandle } from '../../src/core/database/database-handle.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { createApp } from '../../src/create-app.js';
import { eventually } from '../support/eventually.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { addPerson, signIn } from '../support/people.js';

/** Only a real server can be shared; the embedded database refuses a second process. */
const describeOnServer = process.env['TEST_DATABASE_URL'] === undefined ? describe.skip : describe;
const EMAIL = 'member@university.example';

describeOnServer('two servers on one database', () => {
  let office: TestOffice;
  let handle: DatabaseHandle;
  let second: NestFastifyApplication;

  beforeAll(async () => {
    office = await openOffice();
    handle = await openDatabase(office.settings);
    second = await createApp(office.settings, handle);
    await second.init();
    await second.getHttpAdapter().getInstance().ready();
    await addPerson(office, EMAIL);
  });
  afterAll(async () => {
    await second.close();
    await handle.close();
    await office.close();
  });

  const statusOnSecond = async (cookie: string): Promise<number> =>
    (await second.inject({ url: '/api/me', headers: { cookie } })).statusCode;

  async function endOnFirst(cookie: string): Promise<void> {
    const sessions = (await office.app.inject({ url: '/api/auth/sessions', headers: { cookie } })).json<SessionView[]>();
    const current = sessions.find((session) => session.current);
    await office.app.inject({ method: 'DELETE', url: `/api/auth/sessions/${current?.id}`, headers: { cookie } });
  }

  it('end a session together, although the second remembers it', async () => {
    const cookie = await signIn(office, EMAIL);
    expect(await statusOnSecond(cookie)).toBe(200);
    await endOnFirst(cookie);
    await eventually(async () => (await statusOnSecond(cookie)) === 401);
  });

  it('do so again after the line that tells them was cut', async () => {
    const cookie = await signIn(office, EMAIL);
    expect(await statusOnSecond(cookie)).toBe(200);
    await office.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'project-office-listener' AND datname = current_database()`,
    );
    await endOnFirst(cookie);
    await eventually(async () => (await statusOnSecond(cookie)) === 401);
  });
});
