import { webcrypto } from 'node:crypto';
import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aMe, aProblem, idOf } from '@office/testing';
import { signIn, surroundings } from '../../../../test/render';
import { ProjectApi, type WriteResult } from './project-api';

const address = `/api/projects/${idOf('project', 1)}/things`;

describe('a write', () => {
  let http: HttpTestingController;
  let api: ProjectApi;

  beforeEach(async () => {
    http = surroundings();
    await signIn(aMe());
    api = TestBed.inject(ProjectApi);
  });
  afterEach(() => http.verify());

  const write = (name = 'one'): Promise<WriteResult<unknown>> => api.put(['things'], { body: { name }, version: 3 });
  const keyOf = ({ request }: TestRequest): string | null => request.headers.get('Idempotency-Key');
  const lose = async (): Promise<string | null> => {
    const request = http.expectOne(address);
    request.error(new ProgressEvent('error'));
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    return keyOf(request);
  };
  const answer = (): string | null => {
    const request = http.expectOne(address);
    request.flush({ name: 'one' });
    return keyOf(request);
  };

  it('that got no answer is sent once more, as the same one', async () => {
    const result = write();
    const key = await lose();
    expect(key).toMatch(/^[\w-]{8,100}$/);
    expect(answer()).toBe(key);
    expect(await result).toEqual({ ok: true, value: { name: 'one' } });
  });

  it('that is still under way at the server is waited for', async () => {
    const result = write();
    await lose();
    http.expectOne(address).flush(aProblem({ status: 409, code: 'conflict' }), { status: 409, statusText: 'Conflict' });
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    answer();
    expect((await result).ok).toBe(true);
  });

  it('that got no answer at all is still the same one when the person tries again', async () => {
    const first = write();
    const key = await lose();
    expect(await lose()).toBe(key);
    expect(await first).toMatchObject({ ok: false, problem: { code: 'offline' } });
    const second = write();
    expect(answer()).toBe(key);
    await second;
  });

  it('is another one with other content, and after an answer', async () => {
    const keys = [];
    for (const name of ['one', 'two', 'one']) {
      const result = write(name);
      keys.push(answer());
      await result;
    }
    expect(new Set(keys).size).toBe(3);
  });

  describe('of a file', () => {
    const file = Object.assign(new File(['a;b'], 'figures.csv'), {
      arrayBuffer: () => Promise.resolve(new TextEncoder().encode('a;b').buffer),
    });
    const reckons = (subtle: unknown): unknown => Object.defineProperty(globalThis.crypto, 'subtle', { value: subtle, configurable: true });
    const turns = async (): Promise<void> => {
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    };
    const sent = async (): Promise<TestRequest> => {
      await turns();
      return http.expectOne(address);
    };

    it('that got no answer is sent once more, as the same one, with what is in it', async () => {
      reckons(webcrypto.subtle);
      const result = api.postFile(['things'], file, 3);
      const first = await sent();
      expect(['If-Match', 'Content-Digest'].map((name) => first.request.headers.get(name))).toEqual([
        '"3"',
        'sha-256=:VxmvGII1Z3AfcOnzAvddluV0IVSTKGKGpXsKSVlnIoM=:',
      ]);
      first.error(new ProgressEvent('error'));
      const second = await sent();
      expect(keyOf(second)).toBe(keyOf(first));
      second.flush({ name: 'one' });
      expect(await result).toEqual({ ok: true, value: { name: 'one' } });
    });

    it('is sent once, without a key, where the browser reckons no digest', async () => {
      reckons(undefined);
      const result = api.postFile(['things'], file, 3);
      const first = await sent();
      expect([keyOf(first), first.request.headers.get('Content-Digest')]).toEqual([null, null]);
      first.error(new ProgressEvent('error'));
      expect(await result).toMatchObject({ ok: false, problem: { code: 'offline' } });
    });
  });
});
