import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

const REPORT = 'D1.3 First quality report';
const CRITERIA = ['Relevance', 'Completeness', 'Quality', 'Clarity', 'Visibility'];

const openBoard = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^Quality board/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Quality board' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Recently decided' }).waitFor();
};

describe('a member of the quality board', () => {
  useBrowser();
  let page: Page;
  let version: string;

  const region = (name: string | RegExp): Locator => page.getByRole('region', { name });
  const round = (): Locator => region('Awaiting your verdict').getByRole('listitem').filter({ hasText: REPORT });
  const verdictOf = (institution: string): Locator =>
    region(/^Quality board, round/)
      .getByRole('listitem')
      .filter({ hasText: institution });

  beforeAll(async () => {
    page = await openPage();
    await signIn(page, 'quality.pxu');
  });

  afterAll(() => page.context().close());

  it('whose institution leads a deliverable is excluded from its round, and told why', async () => {
    const own = await openPage({ viewport: { width: 360, height: 740 } });
    await signIn(own, 'quality.unitus');
    await own.getByRole('button', { name: 'Menu' }).click();
    await openBoard(own);
    const led = own
      .getByRole('region', { name: /pen rounds$/ })
      .getByRole('listitem')
      .filter({ hasText: REPORT });
    expect(await led.innerText()).toMatch(/excluded\s+Leads this deliverable: may answer, may not vote/);
    await expectNoAxeViolations(own);

    await led.getByRole('link', { name: REPORT }).click();
    await own.getByRole('heading', { level: 1, name: REPORT }).waitFor();
    expect(await own.getByRole('listitem').filter({ hasText: 'University of Tuscia' }).first().innerText()).toContain('excluded');
    for (const action of [/^Sign off version/, 'Request changes']) {
      expect(await own.getByRole('button', { name: action }).getAttribute('aria-disabled')).toBe('true');
    }
    expect(await own.getByText('Your own institution leads this, so you may not decide on it.').count()).toBeGreaterThan(0);
    expect(await own.getByRole('button', { name: 'Review', exact: true }).count()).toBe(0);
    expect(await own.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await expectNoAxeViolations(own);
    await own.context().close();
  });

  it('finds on the board what awaits the verdict', async () => {
    await openBoard(page);
    expect(await round().innerText()).toContain('1 verdict short of the quorum of 4');
    expect(await round().innerText()).toMatch(/Closes .* Rome · .* Ho Chi Minh/);
    await expectNoAxeViolations(page);

    const link = round().getByRole('link', { name: /^Review version/ });
    version = /version (\d+\.\d+)/.exec(await link.innerText())?.[1] ?? '';
    await link.click();
    await page.getByRole('heading', { level: 2, name: `Your review of version ${version}` }).waitFor();
  });

  it('downloads exactly the file whose hash the page shows', async () => {
    const item = region('Versions').getByRole('listitem').first();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      item.getByRole('link', { name: `Download version ${version}` }).click(),
    ]);
    const hash = createHash('sha256')
      .update(await readFile(await download.path()))
      .digest('hex');
    await item.getByText(/^sha256/).click();
    expect(await item.innerText()).toContain(hash);
    expect(await item.innerText()).toContain(download.suggestedFilename());
  });

  it('is told what is missing before a review can be sent', async () => {
    await page.getByRole('radio', { name: /^Reject/ }).check();
    await page.getByRole('button', { name: `Send review of version ${version}` }).click();
    await page.getByText('Explain the verdict in at least one major comment.').waitFor();
    await page
      .getByText('Give a score from 1 to 5.')
      .nth(CRITERIA.length - 1)
      .waitFor();
    expect(await page.getByText('Give a score from 1 to 5.').count()).toBe(CRITERIA.length);
    await expectNoAxeViolations(page);
  });

  it('gives scores, a comment and a verdict, and finds them again after leaving the page', async () => {
    for (const criterion of CRITERIA) {
      await page.getByRole('group', { name: criterion }).getByText('4', { exact: true }).click();
    }
    await page.getByRole('button', { name: 'Add a comment' }).click();
    await page.getByLabel('Comment', { exact: true }).fill('The survey of the spring seminar is missing.');
    await page.getByLabel('Page or heading').fill('Section 2');
    await page.getByRole('radio', { name: /^Minor changes/ }).check();
    await page.reload();
    expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('The survey of the spring seminar is missing.');
    expect(await page.getByRole('radio', { name: /^Minor changes/ }).isChecked()).toBe(true);
  });

  it('sends the review once and for good', async () => {
    await page.getByRole('button', { name: `Send review of version ${version}` }).click();
    const dialog = page.getByRole('dialog', { name: `Send your review of version ${version}?` });
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: 'Send the review' }).click();
    await verdictOf('Phu Xuan University').getByText('Minor changes', { exact: true }).waitFor();
    const line = await verdictOf('Phu Xuan University').innerText();
    expect(line).toContain('The survey of the spring seminar is missing.');
    expect(line).toContain('Relevance 4');
    expect(await page.getByRole('button', { name: /Review/ }).count()).toBe(0);
    await expectNoAxeViolations(page);
  });

  it('signs off what quorum and majority allow, with the votes and the hash in sight', async () => {
    await page.getByRole('button', { name: `Sign off version ${version}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('4 of 6 verdicts in').waitFor();
    const hash = /[0-9a-f]{64}/.exec(await dialog.innerText())?.[0] ?? 'no hash';
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: `Sign off version ${version}` }).click();
    await dialog.waitFor({ state: 'detached' });
    await region('Signed off').waitFor();
    expect(await region('Signed off').innerText()).toContain(hash);
    expect(await region('History').innerText()).toContain(`Version ${version} signed off by the quality board`);
    await expectNoAxeViolations(page);
  });

  it('sees the decision on the board, and nothing of it in the queue', async () => {
    await openBoard(page);
    expect(await round().count()).toBe(0);
    const decided = region('Recently decided').getByRole('listitem').filter({ hasText: REPORT });
    expect(await decided.innerText()).toContain('Signed off');
  });

  it('narrows the list of deliverables down, and comes back to it by its address', async () => {
    await page.getByRole('link', { name: 'Deliverables', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Deliverables' }).waitFor();
    await page.getByText('21 deliverables', { exact: true }).waitFor();
    await expectNoAxeViolations(page);
    const [status, text] = [page.getByLabel('Status'), page.getByLabel('Number or title')];
    const focused = (field: Locator): Promise<boolean> => field.evaluate((element) => element === document.activeElement);
    await status.focus();
    await status.selectOption('Signed off');
    await page.getByText('1 deliverable matches').waitFor();
    expect(await page.getByRole('row', { name: new RegExp(REPORT) }).isVisible()).toBe(true);
    expect(await focused(status)).toBe(true);
    await text.fill('no such thing');
    await page.getByText('No deliverable fits these filters').waitFor();
    expect(await focused(text)).toBe(true);
    expect(new URL(page.url()).searchParams.get('text')).toBe('no such thing');
    await expectNoAxeViolations(page);
    await text.fill('quality');
    await page.getByRole('row', { name: new RegExp(REPORT) }).waitFor();
    await page.reload();
    await page.getByText('1 deliverable matches').waitFor();
    expect(await text.inputValue()).toBe('quality');
  });
});
