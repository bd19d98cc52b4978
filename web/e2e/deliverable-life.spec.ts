import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectNoAxeViolations, moveClock, useBrowser } from './support/journey.js';
import { confirm, confirmEmblem, People, review } from './support/people.js';
import { aReport, type ReportFile } from './support/report.js';

const INFOSHEETS = 'D4.4 Infosheets on the international dimension of Vietnamese universities';
/** A day after the round of fourteen days has closed, and before the week of its extension has. */
const AFTER_CLOSING = '2024-10-01T03:00:00Z';
const REASON = 'The infosheets of two universities are missing.';

const SCRIPT = fileURLToPath(new URL('../../tools/verify-certificate.mjs', import.meta.url));

/** What the script says that needs nothing but Node. */
async function verified(words: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...words], (error, said) => resolve({ code: error === null ? 0 : Number(error.code), said }));
  });
}

function withOneByteChanged(content: Buffer): Buffer {
  const changed = Buffer.from(content);
  changed[60] = (changed[60] ?? 0) ^ 1;
  return changed;
}

/** A deliverable from its first draft to EACEA's acceptance, by the seven people who carry it. */
describe('the whole life of D4.4', () => {
  useBrowser();
  const people = new People(INFOSHEETS);
  const region = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });
  const chips = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).locator('..').innerText();
  let last: ReportFile;

  async function upload(version: string, text: string, note: string): Promise<Page> {
    const page = await people.at('qui');
    last = await aReport(`infosheets-${version}.pdf`, text);
    await page.getByRole('button', { name: `Upload version ${version}` }).click();
    const panel = region(page, /^Upload version/);
    await page.getByLabel(/^Choose (a|another) file/).setInputFiles(last);
    await page.getByLabel('What is new in this version').fill(note);
    await panel.getByRole('button', { name: `Upload version ${version}` }).click();
    await page.getByText(`Version ${version} of D4.4 is uploaded`).waitFor();
    return page;
  }

  async function sendToBoard(page: Page, version: string): Promise<void> {
    await confirm(page, `Open review of version ${version}`, `Version ${version} of D4.4 is with the quality board`);
  }

  async function signOff(page: Page, version: string, password: string): Promise<Locator> {
    await page.getByRole('button', { name: `Sign off version ${version}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your password, as your signature').fill(password);
    await dialog.getByRole('button', { name: `Sign off version ${version}` }).click();
    return dialog;
  }

  afterAll(() => people.leave());

  it('begins with a rule: three rounds of the board before it goes higher', async () => {
    const chair = await people.at('quality.unitus');
    await chair.getByRole('link', { name: /^Quality board/ }).click();
    await chair.getByRole('button', { name: 'Change the rules of the board' }).click();
    await chair.getByLabel('Rounds before it goes one panel higher').fill('3');
    await chair.getByRole('button', { name: 'Save the rules' }).click();
    await chair.getByRole('dialog').waitFor({ state: 'detached' });
    await region(chair, 'Rules of the board')
      .getByText(/in the first 3 rounds/)
      .waitFor();
  });

  it('is drafted by its lead and goes to the board', async () => {
    const page = await upload('0.1', 'Infosheets of five universities.', 'First draft, for comments.');
    expect(await chips(page)).toContain('Drafting');
    await sendToBoard(page, '0.1');
    expect(await region(page, 'Quality board, round 1').innerText()).toMatch(/closes 30 Sep 2024.*quorum 4 of 6/);
  });

  it('is not for its own institution to judge, nor to be given to it', async () => {
    const own = await people.at('quality.qui');
    await own.getByText('Your own institution leads this, so you may not decide on it.').first().waitFor({ state: 'attached' });
    for (const step of [/^Sign off version/, 'Request changes'])
      expect(await own.getByRole('button', { name: step }).getAttribute('aria-disabled')).toBe('true');
    expect(await own.getByRole('button', { name: 'Review', exact: true }).count()).toBe(0);

    const chair = await people.at('quality.unitus');
    await chair.getByRole('button', { name: 'Appoint reviewers' }).click();
    const candidate = chair.getByRole('dialog').getByRole('checkbox', { name: /^Quang Ninh University of Industry/ });
    expect(await candidate.isDisabled()).toBe(true);
    await expectNoAxeViolations(chair);
  });

  it('comes back from the first round with two major comments', async () => {
    await review(await people.at('quality.pxu'), 'Major changes', 'The figures have no source.');
    await review(await people.at('quality.al'), 'Major changes', 'The questionnaire is not annexed.');
    await review(await people.at('quality.hanu'), 'Accept');
    const chair = await people.at('quality.unitus');
    await review(chair, 'Minor changes');
    await confirm(chair, 'Request changes', 'Changes to D4.4 are requested');
    expect(await chips(chair)).toContain('Changes requested');
  });

  it('is answered comment by comment, and goes into the second round with them', async () => {
    const page = await people.at('qui');
    for (const answer of ['Sources are in the new table 3.', 'It is annex 2 now.']) {
      await page.getByRole('button', { name: 'Answer', exact: true }).first().click();
      await page.getByLabel('Your answer, and where it is done').fill(answer);
      await page.getByRole('button', { name: 'Send the answer' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await sendToBoard(await upload('0.2', 'Infosheets of five universities, with sources.', 'Answers both comments.'), '0.2');
    expect(await region(page, 'Quality board, round 2').innerText()).toContain('The figures have no source.');
    for (const account of ['quality.pxu', 'quality.al']) {
      const reviewer = await people.at(account);
      await reviewer.getByRole('button', { name: 'Agree', exact: true }).click();
      await reviewer.getByText('The comment is settled').waitFor();
      await review(reviewer, 'Accept');
    }
  });

  it('has no quorum when the round closes, and is extended once', async () => {
    await people.leave();
    await moveClock(AFTER_CLOSING);
    const page = await people.at('quality.hanu');
    await page.getByText('There was no quorum on 30 Sep 2024, so the round was extended, once.').waitFor();
    await review(page, 'Accept');
  });

  it('is signed off by the password of who signs, once everything holds', async () => {
    const chair = await people.at('quality.unitus');
    await review(chair, 'Accept');
    await confirmEmblem(chair);
    const dialog = await signOff(chair, '0.2', 'not-my-password');
    await dialog.getByText('This is not your password.').waitFor();
    await dialog.getByLabel('Your password, as your signature').fill('strive-demo');
    await dialog.getByRole('button', { name: 'Sign off version 0.2' }).click();
    await region(chair, 'Signed off').waitFor();
    await expectNoAxeViolations(chair);
  });

  it('is approved and submitted, and comes back from EACEA with a reason', async () => {
    const page = await people.at('coordinator');
    await confirm(page, 'Approve version 0.2', 'Version 0.2 of D4.4 is approved');
    await confirm(page, 'Mark as submitted to EACEA', 'D4.4 is marked as submitted to EACEA');
    expect(await chips(page)).toMatch(/Submitted\s+EU portal\s+Submitted/);
    await page.getByRole('button', { name: "Record EACEA's answer" }).click();
    await page.getByLabel('Wants it revised').check();
    await page.getByLabel("EACEA's reason, as it was given").fill(REASON);
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await page.getByRole('note').filter({ hasText: REASON }).waitFor();
    expect(await chips(page)).toMatch(/Revision requested[\s\S]*EU portal\s+Pending/);
    await expectNoAxeViolations(page);
  });

  it('is revised, signed off again, and submitted again', async () => {
    await sendToBoard(await upload('0.3', 'Infosheets of seven universities, with sources.', 'Answers EACEA.'), '0.3');
    for (const account of ['quality.pxu', 'quality.al', 'quality.hanu']) await review(await people.at(account), 'Accept');
    const chair = await people.at('quality.unitus');
    await review(chair, 'Accept');
    await confirmEmblem(chair);
    const dialog = await signOff(chair, '0.3', 'strive-demo');
    await dialog.waitFor({ state: 'detached' });
    const page = await people.at('coordinator');
    await confirm(page, 'Approve version 0.3', 'Version 0.3 of D4.4 is approved');
    await confirm(page, 'Mark as submitted to EACEA', 'D4.4 is marked as submitted to EACEA');
    expect(await region(page, 'With EACEA').innerText()).toMatch(
      /Version 0\.3 submitted again[\s\S]*asked for a revision[\s\S]*Version 0\.2 submitted/,
    );
  });

  it('is accepted', async () => {
    const page = await people.at('coordinator');
    await page.getByRole('button', { name: "Record EACEA's answer" }).click();
    await page.getByRole('dialog').getByLabel('Accepted').check();
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await page.getByText("EACEA's acceptance of D4.4 is recorded").waitFor();
    expect(await chips(page)).toMatch(/Accepted\s+EU portal\s+Accepted/);
    await expectNoAxeViolations(page);
  });

  it('carries a certificate that proves itself, and names the one byte that was changed', async () => {
    const page = await people.at('qui');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Certificate (PDF)' }).click()]);
    const folder = await mkdtemp(join(tmpdir(), 'office-certificate-'));
    const [certificate, report, keys] = ['certificate.pdf', last.name, 'keys.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const issued = await readFile(await download.path());
    await Promise.all([
      writeFile(certificate, issued),
      writeFile(report, last.buffer),
      writeFile(keys, await (await page.request.get('/api/seal-keys')).body()),
    ]);
    const verify = () => verified([certificate, '--file', report, '--keys', keys]);

    expect(await verify()).toMatchObject({ code: 0, said: expect.stringContaining(`${report} is the file that was signed off.`) });
    await writeFile(report, withOneByteChanged(last.buffer));
    expect(await verify()).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not the file that was signed off: its content was changed'),
    });
    await writeFile(report, last.buffer);
    await writeFile(certificate, withOneByteChanged(issued));
    expect(await verify()).toMatchObject({ code: 1, said: expect.stringContaining('WRONG The PDF was changed since it was issued.') });
    await rm(folder, { recursive: true });
  });

  it('leaves the office with the file that was accepted, from a view that is kept', async () => {
    const page = await people.at('coordinator');
    await page.getByRole('link', { name: 'Deliverables', exact: true }).first().click();
    await page.getByLabel('Number or title').fill('infosheets');
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Infosheets');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('navigation', { name: 'Views of the list' }).getByRole('link', { name: 'Infosheets' }).waitFor();
    await page.getByLabel('Select D4.4').check();
    await expectNoAxeViolations(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Files (ZIP)' }).click()]);
    const archive = await readFile(await download.path());
    expect(download.suggestedFilename()).toBe('STRIVE-deliverables-2024-10-01.zip');
    expect(archive.includes(`v0.3 ${last.name}`)).toBe(true);
    // Files are stored in it as they are.
    expect(archive.includes(last.buffer)).toBe(true);
  });
});
