import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { EnvironmentProviders, Provider, Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Me } from '@office/contracts';
import { RETRY_MS } from '../src/app/shared/util-http/project-api';
import { OPEN_EVENT_SOURCE } from '../src/app/shared/util-live/live-stream';
import { SessionStore } from '../src/app/shared/util-session/session-store';

/** An event stream on which nothing ever comes. */
const silentSource = (): Partial<EventSource> => ({ addEventListener: () => undefined, close: () => undefined });

type Providers = readonly (Provider | EnvironmentProviders)[];

/** A page's surroundings: a router without routes and an API that the test answers for. */
export function surroundings(providers: Providers = []): HttpTestingController {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: RETRY_MS, useValue: 0 },
      { provide: OPEN_EVENT_SOURCE, useValue: silentSource },
      ...providers,
    ],
  });
  return TestBed.inject(HttpTestingController);
}

/** No answer comes to a write, and none when it is sent once more with the same key. */
export async function loseTwice(api: HttpTestingController, address: string): Promise<void> {
  const keys = [];
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const request = api.expectOne(address);
    keys.push(request.request.headers.get('Idempotency-Key'));
    request.error(new ProgressEvent('error'));
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  }
  if (keys[0] === null || keys[0] !== keys[1]) throw new Error(`sent again with another key: ${keys.join(', ')}`);
}

/** Signs somebody in the way the page is delivered, and enters the first project. */
export async function signIn(me: Me): Promise<SessionStore> {
  const script = document.createElement('script');
  script.id = 'session';
  script.type = 'application/json';
  script.textContent = JSON.stringify({ me, demoAccounts: [] });
  document.getElementById('session')?.remove();
  document.body.append(script);
  const session = TestBed.inject(SessionStore);
  await session.start();
  session.enter(me.projects[0]?.projectId ?? '');
  return session;
}

export async function render<C>(component: Type<C>, inputs: Readonly<Record<string, unknown>> = {}): Promise<ComponentFixture<C>> {
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture;
}

const host = (fixture: ComponentFixture<unknown>): HTMLElement => fixture.nativeElement as HTMLElement;

/** What is written there, runs of white space taken as one. */
export const textOf = (fixture: ComponentFixture<unknown>): string => host(fixture).textContent.replace(/\s+/g, ' ').trim();

/** A button or a link by the words on it. */
export function control(fixture: ComponentFixture<unknown>, name: string): HTMLElement {
  const found = [...host(fixture).querySelectorAll<HTMLElement>('button, a')].find((element) => element.textContent.includes(name));
  if (!found) throw new Error(`nothing to click is called ${name}`);
  return found;
}

export async function click(fixture: ComponentFixture<unknown>, name: string): Promise<void> {
  control(fixture, name).click();
  await fixture.whenStable();
}

/** Types into a field found by its label. */
export async function type(fixture: ComponentFixture<unknown>, label: string, text: string): Promise<void> {
  const found = [...host(fixture).querySelectorAll('label')].find((element) => element.textContent.includes(label));
  const field = document.getElementById(found?.htmlFor ?? '') as HTMLInputElement | HTMLTextAreaElement | null;
  if (!field) throw new Error(`no field is labelled ${label}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await fixture.whenStable();
}
