import type { HttpTestingController } from '@angular/common/http/testing';
import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReviewDraftRequest, ReviewDraftView } from '@office/contracts';
import type { Verdict } from '@office/domain';
import { aMe, idOf } from '@office/testing';
import { loseTwice, signIn, surroundings } from '../../../../../test/render';
import { EMPTY_DRAFT, type ReviewDraft } from '../data/review-draft';
import { DRAFT_PAUSE_MS, DraftKeeper } from './draft-keeper';

const address = `/api/projects/${idOf('project', 1)}/review-rounds/r1/draft`;
const draft = (verdict: Verdict): ReviewDraft => ({ ...EMPTY_DRAFT, verdict });
const view = (verdict: Verdict, typedAt: string): ReviewDraftView => ({
  draft: { scores: {}, verdict, comments: [], typedAt, savedAt: typedAt },
});
const LATE = '2099-01-01T00:00:00.000Z';

describe('keeping a draft', () => {
  let api: HttpTestingController;
  let keeper: DraftKeeper;

  beforeEach(async () => {
    localStorage.clear();
    api = surroundings([DraftKeeper, { provide: DRAFT_PAUSE_MS, useValue: 0 }]);
    await signIn(aMe());
    keeper = TestBed.inject(DraftKeeper);
  });

  const turn = async (): Promise<void> => {
    for (let turns = 0; turns < 4; turns += 1) await new Promise((resolve) => setTimeout(resolve));
  };

  async function open(answer: ReviewDraftView): Promise<void> {
    const opened = keeper.open('r1');
    api.expectOne({ method: 'GET', url: address }).flush(answer);
    await opened;
  }

  async function offline(): Promise<void> {
    const opened = keeper.open('r1');
    api.expectOne({ method: 'GET', url: address }).error(new ProgressEvent('error'));
    await opened;
  }

  async function saved(): Promise<ReviewDraftRequest> {
    await turn();
    const request = api.expectOne({ method: 'PUT', url: address });
    const body = request.request.body as ReviewDraftRequest;
    request.flush({ draft: { ...body, savedAt: LATE } } satisfies ReviewDraftView);
    await turn();
    return body;
  }

  it('says nothing of a draft that nobody began', async () => {
    await open({ draft: null });
    expect([keeper.draft(), keeper.where(), keeper.other()]).toEqual([EMPTY_DRAFT, null, null]);
    api.verify();
  });

  it('keeps it in the browser at once, and at the office after a pause', async () => {
    await open({ draft: null });
    keeper.keep(draft('accept'));
    expect(keeper.where()).toBe('browser');
    expect(await saved()).toEqual({ typedAt: expect.any(String), scores: {}, verdict: 'accept', comments: [] });
    expect(keeper.where()).toBe('office');
  });

  it('sends what was typed while it was sending, after it', async () => {
    await open({ draft: null });
    keeper.keep(draft('accept'));
    await turn();
    const first = api.expectOne({ method: 'PUT', url: address });
    keeper.keep(draft('reject'));
    await turn();
    first.flush(view('accept', (first.request.body as ReviewDraftRequest).typedAt));
    expect(await saved()).toMatchObject({ verdict: 'reject' });
    expect(keeper.where()).toBe('office');
  });

  it('goes on with what was written elsewhere', async () => {
    await open(view('reject', LATE));
    expect([keeper.draft().verdict, keeper.where(), keeper.other()]).toEqual(['reject', 'office', null]);
  });

  it('keeps the line of a broken connection, and hands it over when the line is back', async () => {
    await offline();
    keeper.keep(draft('accept'));
    await turn();
    await loseTwice(api, address);
    expect(keeper.where()).toBe('browser');
    window.dispatchEvent(new Event('online'));
    await saved();
    expect(keeper.where()).toBe('office');
  });

  it('shows the newest of two drafts, and gives the other on demand', async () => {
    await offline();
    keeper.keep(draft('accept'));
    await turn();
    await loseTwice(api, address);
    await open(view('reject', LATE));
    expect(keeper.draft().verdict).toBe('reject');
    expect(keeper.other()).toMatchObject({ from: 'browser', draft: { verdict: 'accept' } });
    keeper.swap();
    expect(keeper.draft().verdict).toBe('accept');
    expect(keeper.other()).toMatchObject({ from: 'office', draft: { verdict: 'reject' } });
    expect(await saved()).toMatchObject({ verdict: 'accept' });
  });

  it('removes at the office what was emptied', async () => {
    await open(view('reject', LATE));
    keeper.keep(EMPTY_DRAFT);
    await turn();
    api.expectOne({ method: 'DELETE', url: address }).flush(null, { status: 204, statusText: 'No Content' });
    await turn();
    expect([keeper.where(), localStorage.length]).toEqual([null, 0]);
  });

  it('sends nothing after the review, and forgets it here', async () => {
    await open({ draft: null });
    keeper.keep(draft('accept'));
    await keeper.settle();
    keeper.forget();
    await turn();
    TestBed.resetTestingModule();
    expect(localStorage).toHaveLength(0);
    api.verify();
  });

  it('follows what was typed later elsewhere, as the office does', async () => {
    await open({ draft: null });
    keeper.keep(draft('accept'));
    await turn();
    api.expectOne({ method: 'PUT', url: address }).flush(view('reject', LATE));
    await turn();
    expect([keeper.draft().verdict, keeper.where(), keeper.other()?.draft.verdict]).toEqual(['reject', 'office', 'accept']);
  });

  it('hands over what is not sent yet when the form is left', async () => {
    const form = createEnvironmentInjector([DraftKeeper], TestBed.inject(EnvironmentInjector));
    keeper = form.get(DraftKeeper);
    await open({ draft: null });
    keeper.keep(draft('accept'));
    form.destroy();
    await turn();
    expect(api.match({ method: 'PUT', url: address })).toHaveLength(1);
  });
});
