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

// One office for all three: what they do lies apart from each other.
useBrowser();

describe('a member of the quality board', () => {
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

  it('goes on with the draft in another browser, for nobody else sees it', async () => {
    await page.getByText('Draft saved, for your eyes only').waitFor();
    const phone = await openPage({ viewport: { width: 360, height: 740 } });
    await signIn(phone, 'quality.pxu');
    await phone.goto(page.url());
    await phone.getByLabel('Comment', { exact: true }).waitFor();
    expect(await phone.getByLabel('Comment', { exact: true }).inputValue()).toBe('The survey of the spring seminar is missing.');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await expectNoAxeViolations(phone);
    await phone.context().close();
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

  it('confirms what only eyes can see in the file', async () => {
    const seen = region('Before sign-off').getByRole('button', { name: 'I have seen it in the file' });
    await page.getByText('Quorum of 4').waitFor();
    for (let open = await seen.count(); open > 0; open -= 1) {
      await seen.first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
      await seen.nth(open - 1).waitFor({ state: 'detached' });
    }
    await region('Before sign-off').getByText('seen by').first().waitFor();
    expect(await page.getByRole('button', { name: `Sign off version ${version}` }).getAttribute('aria-disabled')).not.toBe('true');
  });

  it('signs off what quorum and majority allow, with the votes and the hash in sight and the own password', async () => {
    await page.getByRole('button', { name: `Sign off version ${version}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('4 of 6 verdicts in').waitFor();
    const hash = /[0-9a-f]{64}/.exec(await dialog.innerText())?.[0] ?? 'no hash';
    await expectNoAxeViolations(page);
    const sign = dialog.getByRole('button', { name: `Sign off version ${version}` });
    await dialog.getByLabel('Your password').fill('not this one');
    await sign.click();
    await dialog.getByText('This is not your password.').waitFor();
    await dialog.getByLabel('Your password').fill('strive-demo');
    await sign.click();
    await dialog.waitFor({ state: 'detached' });
    await region('Signed off').waitFor();
    expect(await region('Signed off').innerText()).toContain(hash);
    expect(await region('Signed off').innerText()).toContain('signed as member, for Phu Xuan University');
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

const PLAN = 'Dissemination and communication plan';

describe('a round of the quality board', () => {
  const phone = { viewport: { width: 360, height: 740 } };

  async function openPlan(page: Page): Promise<void> {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(page.url().replace(/my-work.*/, 'deliverables'));
    await page
      .getByRole('link', { name: new RegExp(PLAN) })
      .first()
      .click();
    await page.getByRole('region', { name: 'Quality board, round 2' }).waitFor();
  }

  async function as(account: string, options?: Parameters<typeof openPage>[0]): Promise<Page> {
    const page = await openPage(options);
    await signIn(page, account);
    await openPlan(page);
    return page;
  }

  const carried = (page: Page, from: string): Locator =>
    page.getByRole('region', { name: 'Carried over from earlier rounds' }).locator('office-comment-box').filter({ hasText: from });
  const overflow = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it('carries open major comments along; the lead answers anew on a phone what was not agreed', async () => {
    const page = await as('hanu', phone);
    const comment = carried(page, 'QUI, round 1');
    await comment.getByText(/^not agreed:/).waitFor();
    await comment.getByRole('button', { name: 'Answer anew' }).click();
    const dialog = page.getByRole('dialog', { name: 'Answer to a comment' });
    await dialog.getByLabel('Your answer').fill('');
    await dialog.getByRole('button', { name: 'Send the answer' }).click();
    await dialog.getByText('Write the answer.').waitFor();
    await expectNoAxeViolations(page);
    await dialog.getByLabel('Your answer').fill('The table stands in the annex now.');
    await dialog.getByRole('button', { name: 'Send the answer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await comment.getByText('waiting for the reviewer').waitFor();
    expect(await overflow(page)).toBe(0);
    await expectNoAxeViolations(page);
    await page.context().close();
  });

  it('settles a comment when the reviewer agrees, and asks the lead again when not', async () => {
    const page = await as('quality.unitus');
    await carried(page, 'UNITUS, round 1').getByRole('button', { name: 'Agree', exact: true }).click();
    await carried(page, 'UNITUS, round 1').getByText('agreed', { exact: true }).waitFor();
    await page.context().close();

    const other = await as('quality.qui');
    await carried(other, 'QUI, round 1').getByRole('button', { name: 'Not agreed' }).click();
    const dialog = other.getByRole('dialog', { name: 'The answer is not agreed' });
    await dialog.getByLabel('Why').fill('The table is empty.');
    await dialog.getByRole('button', { name: 'Send it back to the lead' }).click();
    await carried(other, 'QUI, round 1').getByText('not agreed: The table is empty.').waitFor();
    await expectNoAxeViolations(other);
    await other.context().close();
  });

  it('goes on without a member who declares a conflict of interest', async () => {
    const page = await as('quality.apag', phone);
    await page.getByRole('button', { name: 'I have a conflict of interest' }).click();
    const dialog = page.getByRole('dialog', { name: 'Declare a conflict of interest' });
    await dialog.getByLabel('What the conflict is').fill('I wrote its second chapter.');
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: 'Step aside' }).click();
    await dialog.waitFor({ state: 'detached' });
    const own = page.getByRole('listitem').filter({ hasText: 'Academy of Public Administration and Governance' });
    await own.getByText('excluded').waitFor();
    expect(await page.getByRole('button', { name: 'Review', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Review version/ }).getAttribute('aria-disabled')).toBe('true');
    await expectNoAxeViolations(page);
    await page.context().close();
  });
});

describe('the chair of the quality board', () => {
  let page: Page;
  const dialog = (): Locator => page.getByRole('dialog');

  beforeAll(async () => {
    page = await openPage();
    await signIn(page, 'quality.unitus');
    await openBoard(page);
  });

  afterAll(() => page.context().close());

  it('changes the rules for the rounds to come', async () => {
    await page.getByRole('button', { name: 'Change the rules of the board' }).click();
    await dialog().getByLabel('Days a round is open').fill('0');
    await dialog().getByRole('button', { name: 'Save the rules' }).click();
    await dialog().getByText('A whole number from 1 to 90.').waitFor();
    await expectNoAxeViolations(page);
    await dialog().getByLabel('Days a round is open').fill('10');
    await dialog().getByRole('button', { name: 'Save the rules' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('stays open for 10 days').waitFor();
  });

  it('notes who is away', async () => {
    await page.getByRole('button', { name: 'Change the members of the board' }).click();
    const seat = dialog().getByRole('group', { name: /^QUI/ });
    await seat.getByLabel('Absent until').fill('2024-09-30');
    await expectNoAxeViolations(page);
    await dialog().getByRole('button', { name: 'Save the members' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Members' }).getByText('absent until 30 Sep 2024').waitFor();
  });

  it('appoints reviewers from a suggestion that knows nobody with a conflict', async () => {
    const line = page.getByRole('region', { name: 'Reviewers to appoint' }).getByRole('listitem').filter({ hasText: 'D2.2' });
    await line.getByRole('button', { name: /^Appoint reviewers/ }).click();
    await dialog().getByText('The rules ask for 2 reviewers').waitFor();
    await expectNoAxeViolations(page);
    expect(await dialog().getByRole('checkbox', { checked: true }).count()).toBe(2);
    expect(
      await dialog()
        .getByRole('checkbox', { name: /^Quang Ninh University of Industry/ })
        .isDisabled(),
    ).toBe(true);
    await dialog().getByRole('button', { name: 'Appoint', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await line.waitFor({ state: 'detached' });
  });

  it('sees how long the work takes, how it judges and who carries it', async () => {
    await page.getByRole('link', { name: 'Statistics' }).click();
    await page.getByRole('heading', { level: 1, name: 'Statistics of the quality board' }).waitFor();
    const scores = page.getByRole('region', { name: 'Scores by criterion' }).first();
    await scores.getByText('Show the numbers').click();
    expect(await scores.getByRole('row').count()).toBe(CRITERIA.length + 1);
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await expectNoAxeViolations(page);
  });
});
