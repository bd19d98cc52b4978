import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import type { UrlTree } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SearchHit } from '@office/contracts';
import { aMe, aProblem, aSearchHit, idOf } from '@office/testing';
import { signIn, surroundings, textOf } from '../../../../test/render';
import { Palette } from './palette';

const projectId = idOf('project', 1);
const task = aSearchHit({ kind: 'task', id: idOf('task', 24), number: 'T2.4', title: 'Attendance list' });

describe('search palette', () => {
  let api: HttpTestingController;
  let palette: ComponentFixture<Palette>;
  const close = jest.fn<(answer: UrlTree) => void>();
  const chosen = (): string | undefined => close.mock.calls[0]?.[0].toString();

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'performance'] });
    api = surroundings([{ provide: MatDialogRef, useValue: { close } }]);
    await signIn(aMe());
    palette = TestBed.createComponent(Palette);
    TestBed.tick();
  });

  afterEach(() => {
    jest.useRealTimers();
    close.mockClear();
  });

  const field = (): HTMLInputElement => (palette.nativeElement as HTMLElement).querySelector('input')!;
  const press = (key: string): void => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key }));
    TestBed.tick();
  };

  function ask(...texts: string[]): string {
    for (const text of texts) {
      field().value = text;
      field().dispatchEvent(new Event('input'));
    }
    jest.runAllTimers();
    TestBed.tick();
    return `/api/projects/${projectId}/search?q=${encodeURIComponent(texts.at(-1) ?? '')}`;
  }

  async function find(hits: SearchHit[]): Promise<void> {
    api.expectOne(ask('é&')).flush(hits);
    await Promise.resolve();
    TestBed.tick();
  }

  it('asks once when the typing pauses', () => {
    api.expectOne(ask('s', 'se', 'sem'));
    api.verify();
  });

  it('opens what the arrow keys chose, a task in the plan', async () => {
    await find([aSearchHit(), task]);
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect(chosen()).toBe(`/p/${projectId}/work-plan?open=${task.id}`);
  });

  it('opens the page of a deliverable', async () => {
    await find([aSearchHit()]);
    press('Enter');
    expect(chosen()).toBe(`/p/${projectId}/deliverables/${aSearchHit().id}`);
  });

  it('says when nothing was found, and when the server did not answer', async () => {
    await find([]);
    expect(textOf(palette)).toContain('Nothing found for “é&”.');
    api.expectOne(ask('other')).flush(aProblem({ status: 503, code: 'unavailable' }), { status: 503, statusText: 'Unavailable' });
    await Promise.resolve();
    TestBed.tick();
    expect(textOf(palette)).toContain('The server is not ready right now.');
  });
});
