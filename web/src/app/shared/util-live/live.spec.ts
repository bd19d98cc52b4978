import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aMe, idOf } from '@office/testing';
import { FakeSource } from '../../../../test/fake-source';
import { signIn, surroundings, textOf } from '../../../../test/render';
import { pageResource } from '../util-http/page-resource';
import { ProjectApi } from '../util-http/project-api';
import { SessionStore } from '../util-session/session-store';
import { Live } from './live';
import { OPEN_EVENT_SOURCE } from './live-stream';
import { ownWrites } from './own-writes';

interface List {
  readonly items: readonly string[];
}

const LIST = `/api/projects/${idOf('project', 1)}/list`;

@Component({ selector: 'office-list', template: `{{ page.data()?.items?.join(', ') }} {{ page.problem()?.code }}` })
class ListPage {
  readonly api = inject(ProjectApi);
  readonly live = inject(Live);
  readonly page = pageResource<List>(() => this.api.url('list'));

  constructor() {
    this.live.start();
  }
}

describe('a page that somebody reads', () => {
  let api: HttpTestingController;
  let page: ComponentFixture<ListPage>;

  beforeEach(async () => {
    FakeSource.all = [];
    api = surroundings([
      provideHttpClient(withInterceptors([ownWrites])),
      provideHttpClientTesting(),
      { provide: OPEN_EVENT_SOURCE, useValue: (address: string) => new FakeSource(address) },
    ]);
    await signIn(aMe());
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'performance'] });
    page = await open();
  });
  afterEach(() => {
    api.verify();
    page.destroy();
    jest.useRealTimers();
  });

  async function open(): Promise<ComponentFixture<ListPage>> {
    const fixture = TestBed.createComponent(ListPage);
    TestBed.tick();
    api.expectOne(LIST).flush({ items: ['one'] }, { headers: { 'Project-Revision': '7' } });
    await settle();
    return fixture;
  }

  const settle = async (): Promise<void> => {
    await jest.advanceTimersByTimeAsync(1_000);
    TestBed.tick();
  };

  async function hear(name: string, event: unknown): Promise<void> {
    FakeSource.last().tell(name, event);
    await settle();
  }

  async function answer(items: string[], revision: number): Promise<void> {
    const request = api.expectOne(LIST);
    expect(request.request.headers.get('Office-Unattended')).toBe('1');
    expect(textOf(page)).not.toBe('');
    request.flush({ items }, { headers: { 'Project-Revision': String(revision) } });
    await settle();
  }

  async function write(change: string): Promise<void> {
    const written = page.componentInstance.api.post<List>(['list'], { body: {} });
    TestBed.tick();
    api.expectOne({ method: 'POST', url: LIST }).flush({ items: ['mine'] }, { headers: { 'Project-Change': change } });
    const result = await written;
    if (result.ok) page.componentInstance.page.set(result.value);
    await settle();
  }

  it('asks for nothing while it shows the present', async () => {
    expect(FakeSource.last().address).toBe(`/api/projects/${idOf('project', 1)}/live`);
    await hear('ready', { revision: 7 });
    expect(textOf(page)).toBe('one');
  });

  it('shows what somebody else has changed, and keeps what is there until then', async () => {
    await hear('ready', { revision: 7 });
    await hear('change', { revision: 8, changes: ['81'] });
    await answer(['one', 'two'], 8);
    expect(textOf(page)).toBe('one, two');
    expect(page.componentInstance.live.updates()).toBe(1);
  });

  it('catches up with what was missed before or between streams', async () => {
    await hear('ready', { revision: 9 });
    await answer(['one', 'two'], 9);
    FakeSource.last().fail();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(FakeSource.last().address).toContain('?after=9');
    await hear('refresh', { revision: 12 });
    await answer(['three'], 12);
    expect(textOf(page)).toBe('three');
  });

  it('does not speak of an update when nothing on it has changed', async () => {
    await hear('change', { revision: 8, changes: ['81'] });
    await answer(['one'], 8);
    expect(page.componentInstance.live.updates()).toBe(0);
  });

  it('does not load again what it was just answered to its own write', async () => {
    await hear('ready', { revision: 7 });
    await write('99');
    await hear('change', { revision: 8, changes: ['99'] });
    expect(textOf(page)).toBe('mine');
  });

  it('hears of the own write before the answer is there, and still does not load again', async () => {
    await hear('ready', { revision: 7 });
    const written = page.componentInstance.api.post<List>(['list'], { body: {} });
    TestBed.tick();
    FakeSource.last().tell('change', { revision: 8, changes: ['99'] });
    api.expectOne({ method: 'POST', url: LIST }).flush({ items: ['mine'] }, { headers: { 'Project-Change': '99' } });
    const result = await written;
    if (result.ok) page.componentInstance.page.set(result.value);
    await settle();
    expect(textOf(page)).toBe('mine');
  });

  it('loads again when somebody else was in between', async () => {
    await hear('ready', { revision: 7 });
    await write('99');
    await hear('change', { revision: 9, changes: ['98', '99'] });
    await answer(['mine', 'theirs'], 9);
    expect(textOf(page)).toBe('mine, theirs');
  });

  it('keeps what it shows when the new cannot be had, and says it when the way is closed', async () => {
    await hear('change', { revision: 8, changes: ['81'] });
    api.expectOne(LIST).error(new ProgressEvent('error'));
    await settle();
    expect(textOf(page)).toBe('one');
    await hear('change', { revision: 9, changes: ['82'] });
    api.expectOne(LIST).flush(null, { status: 404, statusText: 'Not Found' });
    await settle();
    api.expectOne(LIST).flush(null, { status: 404, statusText: 'Not Found' });
    await settle();
    expect(textOf(page)).toContain('not-found');
  });

  it('looks now and then, with some news, how long the project lasts', async () => {
    const later = performance.now() + 301_000;
    const clock = jest.spyOn(performance, 'now').mockReturnValue(later);
    await hear('change', { revision: 8, changes: ['81'] });
    api.expectOne('/api/me').flush(aMe());
    await answer(['two'], 8);
    await hear('change', { revision: 9, changes: ['82'] });
    api.expectNone('/api/me');
    await answer(['three'], 9);
    clock.mockRestore();
  });

  it('gives its line away while nobody looks, and catches up when somebody does', async () => {
    await hear('ready', { revision: 7 });
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    await jest.advanceTimersByTimeAsync(30_000);
    expect(FakeSource.last().closed).toBe(true);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeSource.last().address).toContain('?after=7');
    await hear('refresh', { revision: 8 });
    await answer(['two'], 8);
    hidden.mockRestore();
  });

  it('looks again when somebody comes back and no stream gets through', async () => {
    FakeSource.last().fail();
    window.dispatchEvent(new Event('focus'));
    TestBed.tick();
    await answer(['two'], 8);
    expect(textOf(page)).toBe('two');
  });

  it('asks why when it is sent away, and listens no more once nobody is signed in', async () => {
    FakeSource.last().tell('end', { reason: 'access-over' });
    api.expectOne('/api/me').flush(null, { status: 401, statusText: 'Unauthorized' });
    TestBed.inject(SessionStore).forget();
    await settle();
    api.match(LIST);
    expect(FakeSource.all.filter((source) => !source.closed)).toEqual([]);
  });
});
