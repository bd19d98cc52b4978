import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import { aMe, idOf } from '@office/testing';
import { signIn, surroundings } from '../../test/render';
import { routes } from './app.routes';

const projectId = idOf('project', 1);

async function landingOf(url: string): Promise<string> {
  await RouterTestingHarness.create(url);
  return TestBed.inject(Router).url;
}

describe('ways through the app', () => {
  it('sends who is not signed in to the login page, without a detour to come back to', async () => {
    surroundings([provideRouter(routes)]);
    expect(await landingOf('/')).toBe('/login');
  });

  it('remembers where somebody wanted to go before signing in', async () => {
    surroundings([provideRouter(routes)]);
    expect(await landingOf('/p/1/budget')).toBe('/login?next=%2Fp%2F1%2Fbudget');
  });

  it('opens the own work of the first project', async () => {
    surroundings([provideRouter(routes)]);
    await signIn(aMe());
    expect(await landingOf('/')).toBe(`/p/${projectId}/my-work`);
  });

  it('takes who is signed in from the login page to the own work', async () => {
    surroundings([provideRouter(routes)]);
    await signIn(aMe());
    expect(await landingOf('/login')).toBe(`/p/${projectId}/my-work`);
  });

  it("answers another project's address like one that does not exist", async () => {
    surroundings([provideRouter(routes)]);
    await signIn(aMe());
    const harness = await RouterTestingHarness.create('/p/another/budget');
    expect(harness.routeNativeElement?.textContent).toContain('This page does not exist, or not for you');
  });

  it('has a page for somebody without a project', async () => {
    surroundings([provideRouter(routes)]);
    await signIn(aMe({ projects: [] }));
    expect(await landingOf('/')).toBe('/account/sessions');
  });
});
