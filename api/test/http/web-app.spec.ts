import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliveredSession, Problem } from '@office/contracts';
import { openOffice, type TestOffice } from '../support/office.js';
import { addPerson, signIn } from '../support/people.js';

const PAGE = `<!doctype html><office-root></office-root><script id="session" type="application/json">{"me":null,"demoAccounts":[]}</script>`;

let office: TestOffice;
let webDir: string;

beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'office-web-'));
  await writeFile(join(webDir, 'index.html'), PAGE);
  await writeFile(join(webDir, 'main-ABCD1234.js'), 'console.log("plain")');
  await writeFile(join(webDir, 'main-ABCD1234.js.br'), 'packed');
  await writeFile(join(webDir, 'favicon.svg'), '<svg/>');
  await mkdir(join(webDir, 'preview'));
  await writeFile(join(webDir, 'preview', 'frame.html'), '<!doctype html>');
  office = await openOffice({ WEB_DIR: webDir });
});
afterAll(async () => {
  await office.close();
  await rm(webDir, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => office.app.inject({ url, headers });

function sessionIn(html: string): DeliveredSession {
  const [, json] = /<script id="session" type="application\/json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  return JSON.parse(json ?? '') as DeliveredSession;
}

describe('the page of the web app', () => {
  it.each(['/', '/login', '/p/any/deliverables/thing'])('is answered for %s, fresh each time', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(sessionIn(answer.body)).toEqual({ me: null, demoAccounts: [] });
  });

  it('carries the session of the visitor', async () => {
    await addPerson(office, 'member@university.example');
    const cookie = await signIn(office, 'member@university.example');
    const { me } = sessionIn((await get('/', { cookie })).body);
    expect(me).toMatchObject({ person: { email: 'member@university.example' }, projects: [] });
  });

  it('cannot be broken out of by a name', async () => {
    await addPerson(office, 'crafty@university.example');
    await office.sql(`UPDATE person SET name = $1 WHERE email = 'crafty@university.example'`, ['</script><script>alert(1)</script>$&']);
    const cookie = await signIn(office, 'crafty@university.example');
    const { body } = await get('/', { cookie });
    expect(body).not.toContain('<script>alert');
    expect(sessionIn(body).me?.person.name).toBe('</script><script>alert(1)</script>$&');
  });

  it('draws stored files in a frame that has no origin and may load nothing but our reader', async () => {
    const { headers } = await get('/preview/frame.html');
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^sandbox allow-scripts; default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    expect(policy).not.toMatch(/allow-same-origin|unsafe-inline|'unsafe-eval'/);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'x-frame-options': 'sameorigin', 'cache-control': 'no-cache' });
  });

  it('allows only what carries its nonce, another one each time', async () => {
    const policies = [await get('/'), await get('/')].map((answer) => String(answer.headers['content-security-policy']));
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[^']+';/);
    expect(policies[0]).toMatch(/frame-ancestors 'none'/);
    expect(policies[0]).not.toContain('unsafe');
    expect(policies[0]).not.toBe(policies[1]);
  });
});

describe('files of the web app', () => {
  it('are cached for good when their name carries their hash, and sent packed', async () => {
    const answer = await get('/main-ABCD1234.js', { 'accept-encoding': 'br' });
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.body).toBe('packed');
  });

  it('are asked for again otherwise', async () => {
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600');
  });

  it.each(['/..%2f..%2fpackage.json', '/%2e%2e/package.json'])('end at their folder: %s', async (url) => {
    const answer = await get(url);
    expect(answer.body).not.toContain('"dependencies"');
  });
});

describe('the API beside it', () => {
  it('answers an unknown address as a problem, not as the page', async () => {
    const answer = await get('/api/nothing');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json<Problem>().code).toBe('not-found');
  });

  it('gives every answer an id, and keeps a plain one of a proxy', async () => {
    expect((await get('/api/health/live')).headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    expect((await get('/api/health/live', { 'x-request-id': 'proxy-12345' })).headers['x-request-id']).toBe('proxy-12345');
    expect((await get('/api/health/live', { 'x-request-id': 'a b<c>' })).headers['x-request-id']).not.toContain('<');
  });

  it.each([
    ['{"email":', 'application/json', 400, 'bad-request'],
    ['email=x', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    [JSON.stringify({ email: 'x'.repeat(600_000) }), 'application/json', 413, 'payload-too-large'],
  ])('refuses a body it cannot take', async (payload, type, status, code) => {
    const answer = await office.app.inject({ method: 'POST', url: '/api/auth/login', payload, headers: { 'content-type': type } });
    expect(answer.statusCode).toBe(status);
    expect(answer.json<Problem>().code).toBe(code);
  });
});
