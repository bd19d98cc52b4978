import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LiveChange, SessionView } from '@office/contracts';
import pg from 'pg';
import type { DatabaseHandle } from '../../src/core/database/database-handle.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { createApp } from '../../src/create-app.js';
import { openStream, type TestStream } from '../support/live.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { signIn } from '../support/people.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

/** Only a real server can be shared; the embedded database refuses a second process. */
const describeOnServer = process.env['TEST_DATABASE_URL'] === undefined ? describe.skip : describe;
const EMAIL = 'qui@university.example';

describeOnServer('a listener of the second server', () => {
  let office: TestOffice;
  let strive: TestProject;
  let qui: Member;
  let handle: DatabaseHandle;
  let second: NestFastifyApplication;
  let stream: TestStream;
  let cookie: string;

  beforeAll(async () => {
    office = await openOffice();
    strive = await importStrive(office);
    qui = await strive.addMember(EMAIL, ['partner-coordinator'], 'QUI');
    cookie = await signIn(office, EMAIL);
    handle = await openDatabase(office.settings);
    second = await createApp(office.settings, handle);
    await second.listen({ host: '127.0.0.1', port: 0 });
    stream = await openStream(`${await second.getUrl()}/api/projects/${strive.projectId}/live`, { cookie });
    await stream.next('ready');
  });
  afterAll(async () => {
    stream.close();
    await second.close();
    await handle.close();
    await office.close();
  });

  async function reportOnFirst(progress: number): Promise<string> {
    const address = `tasks/${strive.idOf('T2.2')}`;
    const { status } = (await qui.request(address)).json<{ status: { version: number } }>();
    const answer = await qui.request(`${address}/status`, {
      method: 'PUT',
      headers: { 'if-match': `"${status.version}"` },
      payload: { state: 'in-progress', progress, narrative: 'On its way.' },
    });
    return String(answer.headers['project-change']);
  }

  it('hears what was written on the first', async () => {
    const change = await reportOnFirst(20);
    expect((await stream.next<LiveChange>('change')).changes).toEqual([change]);
  });

  it('hears of a change that was committed beside another one that notified', async () => {
    const notifying = new pg.Client({ connectionString: office.settings.DATABASE_URL });
    await notifying.connect();
    await notifying.query('BEGIN');
    await notifying.query(`SELECT pg_advisory_xact_lock(7262102), pg_notify('project_changed', 'another-project 1 1')`);
    const change = await reportOnFirst(25);
    await notifying.query('COMMIT');
    await notifying.end();
    expect((await stream.next<LiveChange>('change')).changes).toEqual([change]);
  });

  it('is told what it missed while the line between server and database was cut', async () => {
    await office.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'project-office-listener' AND datname = current_database()`,
    );
    await reportOnFirst(30);
    const told = await stream.next<LiveChange>('change');
    const [row] = await office.sql<{ revision: number }>(`SELECT revision FROM project_revision WHERE project_id = $1`, [strive.projectId]);
    expect(told.revision).toBe(row?.revision);
  });

  it('is sent away when the session is ended on the first', async () => {
    const sessions = (await office.app.inject({ url: '/api/auth/sessions', headers: { cookie } })).json<SessionView[]>();
    const current = sessions.find((session) => session.current);
    await office.app.inject({ method: 'DELETE', url: `/api/auth/sessions/${current?.id}`, headers: { cookie } });
    expect(await stream.next('end')).toEqual({ reason: 'access-over' });
  });
});
