import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

describe('the work plan', () => {
  useBrowser();
  let page: Page;
  let home: string;

  beforeAll(async () => {
    page = await openPage();
    await signIn(page, 'coordinator');
    home = page.url().replace(/my-work.*/, '');
  });

  afterAll(() => page.context().close());

  const open = async (query: string): Promise<void> => {
    await page.goto(`${home}work-plan${query}`);
    await page.getByRole('navigation', { name: 'Views of the plan' }).waitFor();
  };
  const view = (name: string) => page.getByRole('navigation', { name: 'Views of the plan' }).getByRole('link', { name, exact: true });
  const row = (number: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name: new RegExp(`^${number} `) }) });
  const parameter = (name: string) => new URL(page.url()).searchParams.get(name);
  const subtitle = () => page.getByText(/^\d+ work packages? · /).innerText();

  it('keeps what is chosen in the address, through the views and a reload', async () => {
    await open('');
    await page.getByRole('combobox', { name: 'Partner' }).selectOption('QUI');
    await page.waitForURL(/partner=QUI/);
    await page.getByRole('combobox', { name: 'Work package' }).selectOption('WP2');
    await page.waitForURL(/wp=WP2/);
    await page.getByRole('link', { name: 'Year 1' }).click();
    await page.waitForURL(/year=1/);
    await page.getByLabel('Number or title').fill('seminar');
    await row('T2.3').waitFor({ state: 'detached' });
    const counts = await subtitle();
    expect(counts).toMatch(/^1 work package · 2 tasks · /);

    await view('Table').click();
    await page.waitForURL(/view=table/);
    expect(await subtitle()).toBe(counts);
    expect(await row('T2.1').isVisible()).toBe(true);
    await page.reload();
    await row('T2.2').waitFor();
    expect([parameter('year'), parameter('partner'), parameter('wp'), parameter('q')]).toEqual(['1', 'QUI', 'WP2', 'seminar']);
    expect(await page.getByLabel('Number or title').inputValue()).toBe('seminar');
    expect(await subtitle()).toBe(counts);

    await page.getByRole('link', { name: 'Clear filters' }).click();
    await row('T1.1').waitFor();
    expect(new URL(page.url()).search).toBe('?view=table');
  });

  it('says so when nothing fits, and the way back', async () => {
    await open('?q=no+such+thing');
    await page.getByText('Nothing in the plan fits this').waitFor();
    await page.getByRole('link', { name: 'Clear filters' }).last().click();
    await row('WP1').waitFor();
  });

  it('is the same plan for axe in each view', async () => {
    for (const query of ['', '?view=table', '?view=board', '?zoom=month']) {
      await open(query);
      await page.getByText('Kick-off meeting and managing structure').first().waitFor();
      await expectNoAxeViolations(page);
    }
  });

  it('opens the row that a link names, and only there', async () => {
    await open('?row=T4.4');
    await page.getByRole('button', { name: /^T4\.4 /, expanded: true }).waitFor();
    await page.getByRole('button', { name: 'Update the status of T4.4' }).waitFor();
    await open('#T5.1');
    await page.getByRole('button', { name: /^T5\.1 /, expanded: true }).waitFor();
    await expectNoAxeViolations(page);
  });

  it('moves a bar by keys: nothing is written, the dialog says what the change needs', async () => {
    await open('');
    const bar = page.getByRole('slider', { name: /^Months of T3\.2 / });
    const before = await bar.getAttribute('aria-valuetext');
    const isBack = (): Promise<void> => page.locator(`[role=slider][aria-label^="Months of T3.2 "][aria-valuetext="${before}"]`).waitFor();
    await bar.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText(/^T3\.2: M14–M18 .*starts 1 month later, ends 2 months later/).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await isBack();

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Plan a change of T3\.2/ });
    await dialog.getByText('Needs an amendment of the grant agreement').waitFor();
    expect(await dialog.getByText('AT21, change of Annex 1 or 2').isVisible()).toBe(true);
    expect(await dialog.getByRole('button', { name: 'Add to draft amendment' }).isEnabled()).toBe(true);
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await isBack();
  });

  it('moves what is due by dragging it, and does what is free', async () => {
    await open('');
    const due = page.getByRole('link', { name: /^D4\.1 / });
    await due.scrollIntoViewIfNeeded();
    const box = await due.boundingBox();
    if (!box) throw new Error('D4.1 is not in sight');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 20, middle.y, { steps: 4 });
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: /^Plan a change of D4\.1/ });
    await dialog.getByText('Free: no amendment is needed').waitFor();
    const month = await dialog.getByLabel('Due month').inputValue();
    await dialog.getByLabel('Who agreed, and where that is written').fill('Project officer, by mail of 12 September');
    await dialog.getByRole('button', { name: 'Apply to D4.1' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: new RegExp(`^D4\\.1 .* M${month} `) }).waitFor();
    expect(page.url()).toMatch(/work-plan$/);
  });
});
