import type { HttpTestingController } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aDemoAccount, aMe, aProblem } from '@office/testing';
import { click, render, surroundings, textOf, type } from '../../../../../test/render';
import { SessionStore } from '../../../shared/util-session/session-store';
import { LoginPage } from './login-page';

describe('login page', () => {
  let api: HttpTestingController;

  beforeEach(() => {
    api = surroundings();
  });

  async function submit(page: ComponentFixture<LoginPage>): Promise<void> {
    await type(page, 'E-mail', ' qui@strive.example ');
    await type(page, 'Password', 'strive-demo');
    (page.nativeElement as HTMLElement).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  }

  async function answer(page: ComponentFixture<LoginPage>, code: 'login-failed' | 'login-throttled', status: number): Promise<void> {
    const problem = aProblem({ status, code, params: { retryAfterSeconds: 120 } });
    api.expectOne('/api/auth/login').flush(problem, { status, statusText: code });
    await page.whenStable();
  }

  it('signs in and goes where the person wanted to', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    const page = await render(LoginPage, { next: '/p/1/budget' });
    await submit(page);
    const request = api.expectOne('/api/auth/login');
    expect(request.request.body).toEqual({ email: 'qui@strive.example', password: 'strive-demo' });
    request.flush(aMe());
    await page.whenStable();
    expect(TestBed.inject(SessionStore).me()?.person.email).toBe('qui@strive.example');
    expect(navigate).toHaveBeenCalledWith('/p/1/budget');
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])('does not lead to %s', async (next) => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    const page = await render(LoginPage, { next });
    await submit(page);
    api.expectOne('/api/auth/login').flush(aMe());
    await page.whenStable();
    expect(navigate).toHaveBeenCalledWith('/');
  });

  it('does not tell which of the two was wrong', async () => {
    const page = await render(LoginPage);
    await submit(page);
    await answer(page, 'login-failed', 401);
    expect(textOf(page)).toContain('This e-mail address and password do not go together.');
  });

  it('says how long to wait', async () => {
    const page = await render(LoginPage);
    await submit(page);
    await answer(page, 'login-throttled', 429);
    expect(textOf(page)).toContain('Try again in 2 minutes.');
  });

  it("signs in with one click on a demonstration's account", async () => {
    TestBed.inject(SessionStore).demoAccounts.set([aDemoAccount()]);
    const page = await render(LoginPage);
    await click(page, 'qui@strive.example');
    expect(api.expectOne('/api/auth/login').request.body).toEqual({ email: 'qui@strive.example', password: 'strive-demo' });
  });
});
