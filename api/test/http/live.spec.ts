import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LiveChange, LiveMoment, SessionView } from '@office/contracts';
import { LiveService } from '../../src/modules/live/live.service.js';
import { eventually } from '../support/eventually.js';
import { openStream, type TestStream } from '../support/live.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { addPerson, signIn } from '../support/people.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

let office: TestOffice;
let strive: TestProject;
let qui: Member;
let quiCookie: string;
let coordinatorCookie: string;
let address: string;
let streams: TestStream[] = [];

beforeAll(async () => {
  office = await openOffice({ LIVE_HEARTBEAT_SECONDS: '1', LIVE_STREAMS_PER_PERSON: '2', LIVE_STREAMS_PER_SERVER: '4' });
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  await strive.addMember('coordinator@university.example', ['project-coordinator'], 'AL');
  quiCookie = await signIn(office, 'qui@university.example');
  coordinatorCookie = await signIn(office, 'coordinator@university.example');
  await office.app.listen({ host: '127.0.0.1', port: 0 });
  address = `${await office.app.getUrl()}/api/projects/${strive.projectId}/live`;
});
afterAll(() => office.close());
afterEach(async () => {
  for (const stream of streams) stream.close();
  streams = [];
  // The server has noticed: the next test begins with all places free.
  await eventually(() => office.app.get<LiveService, { streams: Set<unknown> }>(LiveService).streams.size === 0);
});

async function listen(cookie: string, url = address, headers: Record<string, string> = {}): Promise<TestStream> {
  const stream = await openStream(url, { cookie, ...headers });
  streams.push(stream);
  return stream;
}

let progress = 10;
async function report(): Promise<{ change: string }> {
  const version = (await qui.request(`tasks/${strive.idOf('T2.2')}`)).json<{ status: { version: number } }>().status.version;
  progress += 1;
  const answer = await qui.request(`tasks/${strive.idOf('T2.2')}/status`, {
    method: 'PUT',
    headers: { 'if-match': `"${version}"` },
    payload: { state: 'in-progress', progress, narrative: 'On its way.' },
  });
  expect(answer.statusCode).toBe(200);
  return { change: String(answer.headers['project-change']) };
}

const revisionOf = async (cookie: string): Promise<number> =>
  Number((await office.app.inject({ url: `/api/projects/${strive.projectId}/overview`, headers: { cookie } })).headers['project-revision']);

describe('the event stream of a project', () => {
  it('says where the project stands, in a form that nothing on the way holds back', async () => {
    const stream = await listen(coordinatorCookie, address, { 'accept-encoding': 'gzip, br' });
    expect(await stream.next('ready')).toEqual({ revision: await revisionOf(coordinatorCookie) });
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-frame-options': 'DENY',
    });
    expect(stream.headers['content-encoding']).toBeUndefined();
  });

  it('tells every member of a change, and its author which of them is the own', async () => {
    const [coordinator, partner] = [await listen(coordinatorCookie), await listen(quiCookie)];
    await Promise.all([coordinator.next('ready'), partner.next('ready')]);
    const { change } = await report();
    for (const stream of [coordinator, partner]) {
      expect(await stream.next<LiveChange>('change')).toEqual({ revision: await revisionOf(quiCookie), changes: [change] });
    }
  });

  it('tells nothing that was undone', async () => {
    const stream = await listen(coordinatorCookie);
    await stream.next('ready');
    const before = await revisionOf(coordinatorCookie);
    const refused = await qui.request(`tasks/${strive.idOf('T2.2')}/status`, {
      method: 'PUT',
      headers: { 'if-match': '"0"' },
      payload: { state: 'in-progress', progress: 1, narrative: '' },
    });
    expect([refused.statusCode, refused.headers['project-change']]).toEqual([412, undefined]);
    await report();
    expect((await stream.next<LiveChange>('change')).revision).toBe(before + 1);
  });

  it.each([
    ['the header of a browser that reconnects', (heard: number) => ['', { 'last-event-id': String(heard) }] as const],
    ['the address of one that opens a new stream', (heard: number) => [`?after=${heard}`, {}] as const],
  ])('tells who comes back whether anything was missed, by %s', async (_, asking) => {
    const heard = await revisionOf(coordinatorCookie);
    const [query, headers] = asking(heard);
    const nothing = await listen(coordinatorCookie, address + query, headers);
    expect(await nothing.next<LiveMoment>('ready')).toEqual({ revision: heard });
    nothing.close();
    await report();
    const something = await listen(coordinatorCookie, address + query, headers);
    expect(await something.next<LiveMoment>('refresh')).toEqual({ revision: heard + 1 });
  });

  it('beats, so that nobody takes the line for dead', async () => {
    const stream = await listen(coordinatorCookie);
    await eventually(() => stream.beats() > 0);
  });
});

describe('who may listen', () => {
  const statusOf = async (cookie: string | undefined, headers: Record<string, string> = { accept: 'text/event-stream' }) =>
    (await fetch(address, { headers: { ...headers, ...(cookie !== undefined && { cookie }) } })).status;

  it('is nobody without a session, and nobody outside of the project', async () => {
    expect(await statusOf(undefined)).toBe(401);
    await addPerson(office, 'outsider@university.example');
    expect(await statusOf(await signIn(office, 'outsider@university.example'))).toBe(404);
  });

  it('says that it wants a stream', async () => {
    expect(await statusOf(quiCookie, {})).toBe(400);
    expect((await fetch(address, { method: 'HEAD', headers: { cookie: quiCookie, accept: 'text/event-stream' } })).status).not.toBe(200);
  });

  it('does not beyond the own number of streams: 429, and room again when one ends', async () => {
    const [first] = [await listen(quiCookie), await listen(quiCookie)];
    const refused = await fetch(address, { headers: { cookie: quiCookie, accept: 'text/event-stream' } });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    first.close();
    await eventually(async () => {
      const again = await openStream(address, { cookie: quiCookie }).catch(() => null);
      if (again !== null) streams.push(again);
      return again !== null;
    });
  });

  it("does not beyond the server's number: 503", async () => {
    await strive.addMember('third@university.example', ['observer'], null);
    const third = await signIn(office, 'third@university.example');
    for (const cookie of [quiCookie, quiCookie, coordinatorCookie, coordinatorCookie]) await listen(cookie);
    expect(await statusOf(third)).toBe(503);
  });
});

describe('a stream ends', () => {
  const personOf = async (email: string): Promise<string> => {
    const [row] = await office.sql<{ id: string }>(`SELECT id FROM person WHERE email = $1`, [email]);
    return row?.id ?? '';
  };

  async function newcomer(name: string): Promise<{ cookie: string; stream: TestStream; member: Member }> {
    const email = `${name}@university.example`;
    const member = await strive.addMember(email, ['observer'], null);
    const cookie = await signIn(office, email);
    const stream = await listen(cookie);
    await stream.next('ready');
    return { cookie, stream, member };
  }

  it('when its session is ended from elsewhere', async () => {
    const { cookie, stream } = await newcomer('revoked');
    const sessions = (await office.app.inject({ url: '/api/auth/sessions', headers: { cookie } })).json<SessionView[]>();
    const current = sessions.find((session) => session.current);
    await office.app.inject({ method: 'DELETE', url: `/api/auth/sessions/${current?.id}`, headers: { cookie } });
    expect(await stream.next('end')).toEqual({ reason: 'access-over' });
    await stream.ended;
  });

  it('when the membership ends', async () => {
    const { stream, member } = await newcomer('leaving');
    await office.sql(`UPDATE membership SET active_to = '2024-06-30' WHERE id = $1`, [member.membershipId]);
    expect(await stream.next('end')).toEqual({ reason: 'access-over' });
    await stream.ended;
  });

  it('when the session has been idle for too long: listening is no use of it', async () => {
    const { cookie, stream } = await newcomer('idle');
    const personId = await personOf('idle@university.example');
    await office.sql(`UPDATE session SET last_seen_at = last_seen_at - interval '11 hours' WHERE person_id = $1`, [personId]);
    const seen = () => office.sql<{ at: Date }>(`SELECT max(last_seen_at) AS at FROM session WHERE person_id = $1`, [personId]);
    const [before] = await seen();
    const again = await listen(cookie);
    await again.next('ready');
    await office.app.inject({
      url: `/api/projects/${strive.projectId}/overview`,
      headers: { cookie, 'office-unattended': '1' },
    });
    expect((await seen())[0]).toEqual(before);
    await office.sql(`UPDATE session SET last_seen_at = last_seen_at - interval '2 hours' WHERE person_id = $1`, [personId]);
    expect(await stream.next('end')).toEqual({ reason: 'access-over' });
  });
});

describe('a server that stops', () => {
  it('ends its streams, takes no new ones, and does not wait for the listeners', async () => {
    const stopping = await openOffice();
    await importStrive(stopping).then((project) => project.addMember('listener@university.example', ['observer'], null));
    const [row] = await stopping.sql<{ id: string }>(`SELECT id FROM project`);
    await stopping.app.listen({ host: '127.0.0.1', port: 0 });
    const cookie = await signIn(stopping, 'listener@university.example');
    const stream = await openStream(`${await stopping.app.getUrl()}/api/projects/${row?.id}/live`, { cookie });
    await stream.next('ready');
    const closed = stopping.close();
    expect(await stream.next('end')).toEqual({ reason: 'server-stops' });
    await stream.ended;
    await closed;
  });
});
