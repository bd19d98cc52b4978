import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe('parts of a task', () => {
  useBrowser();
  let phone: Page;

  beforeAll(async () => {
    phone = await openPage(PHONE);
    await signIn(phone, 'qui');
  });
  afterAll(() => phone.context().close());

  it('are done from the dashboard on a phone, with a link as evidence, in under six taps and one write', async () => {
    let taps = 0;
    const writes: string[] = [];
    phone.on('request', (request) => request.method() !== 'GET' && writes.push(request.method()));
    const tap = async (target: ReturnType<Page['getByRole']>): Promise<void> => {
      taps += 1;
      await target.tap();
    };
    const tasks = phone.locator('office-my-tasks');
    await tasks.waitFor();
    await tap(tasks.getByRole('button', { name: /^Show all/ }));
    await tap(tasks.getByRole('button', { name: /^T4\.4 / }));
    const dialog = phone.getByRole('dialog', { name: /Your part of T4\.4/ });
    await tap(dialog.getByRole('radio', { name: 'Done' }));
    await tap(dialog.getByLabel('Link that shows it'));
    await phone.keyboard.type('files.strive.example/infosheets');
    await expectNoAxeViolations(phone);
    await tap(dialog.getByRole('button', { name: 'Save my part of T4.4' }));
    await dialog.waitFor({ state: 'detached' });
    await tasks.getByRole('button', { name: /^T4\.4 .*evidence: 1.*Done/s }).waitFor();
    expect(taps).toBeLessThan(6);
    expect(writes).toEqual(['PUT']);
    await expectNoAxeViolations(phone);
  });

  it('count in the task, which its lead may see otherwise with a reason; the diary and the board tell of it', async () => {
    const page = await openPage();
    await signIn(page, 'qui');
    await page.goto(`${page.url().replace(/my-work.*/, '')}work-plan?row=T4.4`);
    const panel = page.locator('office-row-panel');
    await panel.getByRole('button', { name: /^QUI\s*:\s*Done/ }).waitFor();
    await panel.getByRole('button', { name: 'Update the status of T4.4' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('From the parts: In progress, 25%').waitFor();
    await dialog.getByRole('radio', { name: 'Say otherwise' }).check();
    await dialog.getByLabel('Progress, percent').fill('60');
    await dialog.getByRole('button', { name: 'Save the status of T4.4' }).click();
    await dialog.getByText('Say why the figures differ from what the parts say.').waitFor();
    await dialog.getByLabel('Why the figures differ').fill('Most universities sent their figures to us directly.');
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: 'Save the status of T4.4' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByText('Most universities sent their figures to us directly.').first().waitFor();
    await panel.getByText('(from the parts: In progress, 25%)').waitFor();

    await page.goto(`${page.url().replace(/\?.*/, '')}?row=WP4`);
    await panel.getByRole('link', { name: 'Who holds WP4 up' }).click();
    await page.getByRole('heading', { level: 1, name: 'Completion of WP4' }).waitFor();
    expect(await page.getByRole('row', { name: /^QUI/ }).innerText()).toMatch(/T4\.4[\s\S]*Done/);
    await expectNoAxeViolations(page);
    await page.getByRole('link', { name: 'Diary' }).click();
    await page.getByText('set by the lead').first().waitFor();
    await page.getByRole('button', { name: 'Last 30 days' }).click();
    const change = page.getByRole('table').getByRole('row', { name: /T4\.4 · QUI/ });
    await change.waitFor();
    expect(await change.innerText()).toMatch(/Not started[\s\S]*Done[\s\S]*100%/);
    await expectNoAxeViolations(page);
    await page.context().close();
  });
});
