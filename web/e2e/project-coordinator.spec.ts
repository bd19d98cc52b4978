import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

/** Whole euros of a figure as it is written: "€28,400". */
const euros = (text: string): number => Number(text.replaceAll(/[^\d]/g, ''));
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('the project coordinator', () => {
  useBrowser();
  let page: Page;

  beforeAll(async () => {
    page = await openPage();
    await signIn(page, 'coordinator');
  });

  afterAll(() => page.context().close());

  const open = async (name: string): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  };
  const row = (number: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name: new RegExp(`^${number} `) }) });

  it('sees on the overview what is late and goes there', async () => {
    await open('Overview');
    const late = page.getByRole('listitem').filter({ hasText: 'Deliverable is late' }).filter({ hasText: 'D5.3' });
    expect(await late.innerText()).toContain('78 days late');
    expect(await page.getByRole('row', { name: /^WP2 / }).innerText()).toContain('1 late');
    expect(await page.getByRole('table', { name: 'Deliverables by state' }).getByRole('row').count()).toBeGreaterThan(3);
    await expectNoAxeViolations(page);

    await late.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /Dissemination and communication plan/ }).waitFor();
    expect(page.url()).toContain('/deliverables/');
  });

  it('reads the work plan year by year', async () => {
    await open('Work plan');
    await row('T1.1').waitFor();
    expect(await row('T2.1').innerText()).toContain('Late');
    await expectNoAxeViolations(page);

    await page.getByRole('link', { name: 'Year 2' }).click();
    await row('T1.1').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('year')).toBe('2');
    expect(await page.getByRole('link', { name: 'Year 2' }).getAttribute('aria-current')).toBe('true');
    expect(await row('T3.2').isVisible()).toBe(true);
    await expectNoAxeViolations(page);

    await page.getByRole('combobox', { name: 'Partner' }).selectOption('QUI');
    await page.waitForURL(/partner=QUI/);
    await page.getByLabel('Number or title').fill('evora');
    await row('T1.3').waitFor({ state: 'detached' });
    expect(await row('T3.2').isVisible()).toBe(true);
    await page.reload();
    await row('T3.2').waitFor();
    expect(await page.getByLabel('Number or title').inputValue()).toBe('evora');
  });

  it('updates the status of an own task, and is told why another one is not hers', async () => {
    await page.getByRole('link', { name: 'All', exact: true }).click();
    await page.getByRole('combobox', { name: 'Partner' }).selectOption('');
    await page.getByLabel('Number or title').fill('');
    await row('T2.2').getByRole('button').click();
    const refused = page.getByRole('button', { name: 'Update the status of T2.2' });
    expect(await refused.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('Another institution leads this.').waitFor({ state: 'attached' });

    await row('T1.3').getByRole('button').click();
    await page.getByRole('button', { name: 'Update the status of T1.3' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Say otherwise' }).check();
    await dialog.getByLabel('Progress, percent').fill('21');
    await dialog.getByLabel('Why the figures differ').fill('Preparation counts for little here.');
    await dialog.getByLabel('What happened, what comes next').fill('The fourth meeting is called for October.');
    await dialog.getByRole('button', { name: 'Save the status of T1.3' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'T1.3' }).getByText('The fourth meeting is called for October.').first().waitFor();
    expect(await row('T1.3').innerText()).toContain('21%');
    await expectNoAxeViolations(page);
  });

  it('finds every sum of the budget matrix right, and the estimate behind it', async () => {
    await open('Budget');
    const matrix = page.getByRole('table', { name: 'Lump-sum shares by beneficiary and work package' });
    await matrix.waitFor();
    const cells = async (within: string): Promise<number[][]> => {
      const rows = await matrix.locator(`${within} tr`).all();
      return Promise.all(
        rows.map(async (line) => (await line.getByRole('cell').allInnerTexts()).map((text) => euros(text.split('\n')[0] ?? ''))),
      );
    };
    const beneficiaries = await cells('tbody');
    const [totals = []] = await cells('tfoot');
    expect(beneficiaries).toHaveLength(7);
    expect(totals.at(-1)).toBe(400_000);
    for (const line of beneficiaries) expect(sum(line.slice(0, -1))).toBe(line.at(-1));
    for (const [index, total] of totals.entries()) expect(sum(beneficiaries.map((line) => line[index] ?? 0))).toBe(total);
    expect(await matrix.getByRole('row').filter({ hasText: 'your institution' }).innerText()).toContain('AL');
    await expectNoAxeViolations(page);

    await page.getByRole('button', { name: 'Show cost categories' }).click();
    const estimate = page.getByRole('table', { name: 'Estimated costs by cost category and work package' });
    expect(await estimate.getByRole('row', { name: /^Estimated costs/ }).innerText()).toContain('€444,444');
    expect(await estimate.getByRole('row', { name: /Direct personnel costs/ }).isVisible()).toBe(true);
    expect(new URL(page.url()).searchParams.get('categories')).toBe('true');
    await expectNoAxeViolations(page);
  });

  it('downloads the matrix as a file', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('strive-annex-2-v1.csv');
  });

  it('knows who the partners are and what time it is there', async () => {
    await open('Partners & people');
    expect(
      await page
        .getByRole('row', { name: /Phu Xuan University/ })
        .first()
        .innerText(),
    ).toMatch(/Hue, Vietnam[\s\S]*Mon 10:0\d[\s\S]*Ho Chi Minh/);
    expect(await page.getByRole('row', { name: /Final report/ }).innerText()).toContain('29 Feb 2028');
    await expectNoAxeViolations(page);
  });

  it('finds in the activity log what was just done', async () => {
    await open('Activity log');
    const newest = page.getByRole('listitem').filter({ hasText: 'T1.3 Steering committee meetings and decisions' }).first();
    expect(await newest.innerText()).toContain('Status: In progress, 21%');
    await page.getByRole('link', { name: 'Older' }).click();
    await page.getByRole('link', { name: 'Newer' }).waitFor();
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    await expectNoAxeViolations(page);
  });

  it('reads all of it on a phone without scrolling sideways', async () => {
    const phone = await openPage({ viewport: { width: 360, height: 740 } });
    try {
      await signIn(phone, 'coordinator');
      const home = phone.url().replace(/my-work.*/, '');
      for (const path of ['overview', 'work-plan', 'budget?categories=true', 'partners', 'activity']) {
        await phone.goto(`${home}${path}`);
        await phone.getByRole('table').or(phone.getByRole('list')).first().waitFor();
        expect(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        await expectNoAxeViolations(phone);
      }
    } finally {
      await phone.context().close();
    }
  });
});
