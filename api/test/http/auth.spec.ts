import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Me, Problem, SessionView } from '@office/contracts';
import { Clock } from '../../src/core/clock/clock.js';
import { openOffice, TEST_CLOCK, type TestOffice } from '../support/office.js';
import { addPerson, PASSWORD, signIn } from '../support/people.js';

let office: TestOffice;
const EMAIL = 'member@university.example';

beforeAll(async () => {
  office = await openOffice({ LOGIN_ATTEMPTS_PER_ACCOUNT: '3' });
  await addPerson(office, EMAIL);
});
afterAll(() => office.close());

const login = (email: string, password: string, headers: Record<string, string> = {}) =>
  office.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email, password }, headers });

describe('signing in', () => {
  it('opens a session whose cookie no script can read and whose token is not in the database', async () => {
    const answer = await login(EMAIL, PASSWORD);
    expect(answer.statusCode).toBe(200);
    const cookie = answer.cookies.find(({ name }) => name === 'office_session');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const [row] = await office.sql<{ hit: boolean }>(
      `SELECT bool_or(encode(token_hash, 'escape') LIKE '%' || $1 || '%') AS hit FROM session`,
      [cookie?.value],
    );
    expect(row?.hit).toBe(false);
    expect(answer.json<Me>().person.email).toBe(EMAIL);
  });

  it('answers an unknown account and a wrong password alike', async () => {
    const unknown = await login('nobody@university.example', PASSWORD);
    const wrong = await login(EMAIL, 'not the password');
    expect([unknown.statusCode, wrong.statusCode]).toEqual([401, 401]);
    expect(unknown.json<Problem>()).toMatchObject({ code: 'login-failed' });
    expect({ ...unknown.json<Problem>(), requestId: '' }).toEqual({ ...wrong.json<Problem>(), requestId: '' });
  });

  it('makes an account wait after too many failures, even with the right password', async () => {
    const email = 'guessed@university.example';
    await addPerson(office, email);
    for (let attempt = 0; attempt < 3; attempt += 1) await login(email, 'guess');
    const answer = await login(email, PASSWORD);
    expect(answer.statusCode).toBe(429);
    expect(answer.json<Problem>()).toMatchObject({ code: 'login-throttled', params: { retryAfterSeconds: 900 } });
    expect(answer.headers['retry-after']).toBe('900');
    expect((await login(EMAIL, PASSWORD)).statusCode).toBe(200);
  });

  it('counts guesses that are sent together like guesses one by one', async () => {
    const email = 'hammered@university.example';
    await addPerson(office, email);
    const answers = await Promise.all(Array.from({ length: 8 }, () => login(email, 'guess')));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(3);
  });

  it('names the field and the rule of bad input', async () => {
    const answer = await office.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: 'no address', extra: 1 } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toEqual(
      expect.arrayContaining([
        { path: 'email', code: 'is-email' },
        { path: 'password', code: 'is-string' },
        { path: 'extra', code: 'whitelist-validation' },
      ]),
    );
  });
});

it('in production, reached by TLS, marks the cookie Secure and opens to no account of a demonstration', async () => {
  const production = await openOffice({ NODE_ENV: 'production', CLOCK: '', PUBLIC_URL: 'https://office.example' });
  await addPerson(production, EMAIL);
  const answer = await production.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: EMAIL, password: PASSWORD } });
  expect(answer.cookies[0]).toMatchObject({ secure: true });
  await production.sql(`UPDATE person SET demonstration = true`);
  await expect(signIn(production, EMAIL)).rejects.toThrow('login-failed');
  await production.close();
});

describe('a session', () => {
  it('ends at once when it is revoked from another device', async () => {
    const [mine, lost] = [await signIn(office, EMAIL), await signIn(office, EMAIL)];
    const me = (cookie: string) => office.app.inject({ url: '/api/me', headers: { cookie } });
    expect((await me(lost)).statusCode).toBe(200);
    const sessions = (await office.app.inject({ url: '/api/auth/sessions', headers: { cookie: lost } })).json<SessionView[]>();
    const target = sessions.find((session) => session.current);
    const ended = await office.app.inject({ method: 'DELETE', url: `/api/auth/sessions/${target?.id}`, headers: { cookie: mine } });
    expect(ended.statusCode).toBe(204);
    expect((await me(lost)).statusCode).toBe(401);
    expect((await me(mine)).statusCode).toBe(200);
  });

  it('cannot be ended by another person', async () => {
    await addPerson(office, 'other@university.example');
    const mine = await signIn(office, EMAIL);
    const [session] = (await office.app.inject({ url: '/api/auth/sessions', headers: { cookie: mine } })).json<SessionView[]>();
    const other = await signIn(office, 'other@university.example');
    const answer = await office.app.inject({ method: 'DELETE', url: `/api/auth/sessions/${session?.id}`, headers: { cookie: other } });
    expect(answer.statusCode).toBe(404);
  });

  const statusAfter = (hours: number, cookie: string): Promise<number> =>
    office.app.get(Clock).at(new Date(Date.parse(TEST_CLOCK) + hours * 3_600_000), async () => {
      return (await office.app.inject({ url: '/api/me', headers: { cookie } })).statusCode;
    });

  it('is over when idle for too long', async () => {
    const cookie = await signIn(office, EMAIL);
    expect(await statusAfter(11, cookie)).toBe(200);
    expect(await statusAfter(11 + 13, cookie)).toBe(401);
  });

  it('is over at its absolute end, however busy', async () => {
    const cookie = await signIn(office, EMAIL);
    await office.sql(`UPDATE session SET last_seen_at = expires_at`);
    expect(await statusAfter(335, cookie)).toBe(200);
    expect(await statusAfter(336, cookie)).toBe(401);
  });
});

describe('requests from other sites', () => {
  it.each([
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['an older browser, by its origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
  ])('are refused: %s', async (_, headers) => {
    const answer = await login(EMAIL, PASSWORD, headers);
    expect(answer.statusCode).toBe(403);
    expect(answer.json<Problem>().code).toBe('cross-origin-refused');
  });

  it('pass from the own site and from clients that are no browser', async () => {
    expect((await login(EMAIL, PASSWORD, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    expect((await login(EMAIL, PASSWORD)).statusCode).toBe(200);
  });
});
