import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const timeout = 15_000;
let browser: Browser | undefined;
let office: string | undefined;

function setting(name: 'E2E_OFFICES' | 'E2E_CHROME'): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: run the journeys through the Jest project "e2e".`);
  }
  return value;
}

async function launchBrowser(): Promise<Browser> {
  const chrome = JSON.parse(setting('E2E_CHROME')) as { executablePath: string; env: Record<string, string> };
  return chromium.launch({
    executablePath: chrome.executablePath,
    env: { ...process.env, ...chrome.env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The address of a server of its own, on a copy of the demonstration. */
async function openOffice(): Promise<string> {
  const answer = await fetch(setting('E2E_OFFICES'), { method: 'POST' });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** The office of this journey as it is found at a later instant: sessions grow old, and rounds come to their end. */
export async function moveClock(instant: string): Promise<void> {
  const query = new URLSearchParams({ office: office ?? '', clock: instant });
  const answer = await fetch(`${setting('E2E_OFFICES')}/?${query.toString()}`, { method: 'PUT' });
  if (!answer.ok) throw new Error(await answer.text());
}

async function closeOffice(address: string): Promise<void> {
  await fetch(`${setting('E2E_OFFICES')}/?${new URLSearchParams({ office: address }).toString()}`, { method: 'DELETE' });
}

/** Call once at the top of a journey's `describe`: it gets a browser and an office of its own, closed at the end. */
export function useBrowser(): void {
  beforeAll(async () => {
    await Promise.all([launchBrowser().then((launched) => (browser = launched)), openOffice().then((address) => (office = address))]);
  });
  afterAll(async () => {
    await browser?.close();
    if (office !== undefined) await closeOffice(office);
    browser = office = undefined;
  });
}

/** A page in a context of its own: no cookie is shared with another page. Close it with `page.context().close()`. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  if (!browser || office === undefined) {
    throw new Error('useBrowser() was not called.');
  }
  const context = await browser.newContext({
    baseURL: office,
    locale: 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(timeout);
  return context.newPage();
}

/** Signs a demo account in through the login page, `qui` standing for `qui@strive.example`, and waits for the first page. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(account.includes('@') ? account : `${account}@strive.example`);
  await page.getByLabel('Password', { exact: true }).fill('strive-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/**
 * Fails with one line per violation of WCAG 2.2 A and AA: the rule and the elements that break it. The newer way of
 * calling axe opens a page of its own each time, for the sake of frames from elsewhere, which the office does not have;
 * and what holds is not asked for in detail.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`)).toEqual([]);
}
