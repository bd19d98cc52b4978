import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe, aProblem } from '@office/testing';
import { click, render, signIn, surroundings, textOf } from '../../../../test/render';
import { SessionStore } from '../../shared/util-session/session-store';
import { Toasts } from '../../shared/util-toast/toasts';
import { TopBar } from './top-bar';

describe('signing out', () => {
  let api: HttpTestingController;

  beforeEach(async () => {
    api = surroundings();
    await signIn(aMe());
  });

  /** The answer passes through promises that no fixture waits for. */
  const told = () => new Promise((done) => setTimeout(done));

  async function signOut() {
    const bar = await render(TopBar, { drawerOpen: false });
    await click(bar, aMe().projects[0]?.beneficiary?.name ?? '');
    await click(bar, 'Sign out');
    return { bar, request: api.expectOne('/api/auth/logout') };
  }

  it('that the server refuses is told, and the person stays', async () => {
    const { bar, request } = await signOut();
    request.flush(aProblem({ code: 'unavailable', status: 503 }), { status: 503, statusText: 'Service Unavailable' });
    await told();
    await bar.whenStable();
    expect(TestBed.inject(Toasts).list()).toMatchObject([{ tone: 'problem', text: expect.stringContaining('you may still be signed in') }]);
    expect(TestBed.inject(SessionStore).me()).not.toBeNull();
    expect(textOf(bar)).toContain('Quang Ninh University of Industry');
  });

  it('that never reached the server is told too', async () => {
    const { bar, request } = await signOut();
    request.error(new ProgressEvent('error'));
    await told();
    await bar.whenStable();
    expect(TestBed.inject(Toasts).list()).toHaveLength(1);
  });
});
