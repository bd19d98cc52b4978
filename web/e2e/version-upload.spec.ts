import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page, Route } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

const MATERIAL = 'D3.1 Training material on project design and management';

/** A file of the kind that its name says, different for every text. */
const pdf = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`) });

/** A line too weak for the stream of changes: what a colleague does meanwhile is not seen before one's own step. */
async function withoutStream(page: Page): Promise<void> {
  await page.route('**/api/projects/*/live', (route) => route.fulfill({ status: 204 }));
}

describe('a partner coordinator with a version to upload', () => {
  useBrowser();
  let page: Page;
  /** On disk, because a browser knows a file again by its day as well. */
  let large: string;
  let folder: string;

  const panel = (within = page): Locator => within.getByRole('region', { name: /^Upload version/ });
  const versions = (): Locator => page.getByRole('region', { name: 'Versions' }).getByRole('listitem');
  const note = (within = page): Locator => within.getByLabel('What is new in this version');
  const choose = (file: ReturnType<typeof pdf>, within = page): Promise<void> =>
    within.getByLabel(/^Choose (a|another|the) file/).setInputFiles(file);
  const upload = (number: string, within = page): Promise<void> =>
    panel(within)
      .getByRole('button', { name: `Upload version ${number}` })
      .click();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'office-journey-'));
    large = join(folder, 'chapters with pictures.pdf');
    await writeFile(large, Buffer.concat([pdf('', 'large').buffer, Buffer.alloc(12_000_000, 'picture ')]));
    page = await openPage({ viewport: { width: 360, height: 740 } });
    await withoutStream(page);
    await signIn(page, 'pxu');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Deliverables', exact: true }).click();
    await page.getByRole('link', { name: MATERIAL }).click();
    await page.getByRole('heading', { level: 1, name: MATERIAL }).waitFor();
  });

  afterAll(async () => {
    await page.context().close();
    await rm(folder, { recursive: true });
  });

  it('is told at once when the portal would not take the file', async () => {
    await page.getByRole('button', { name: 'Upload version 0.1' }).click();
    await choose(pdf('outline.exe', 'outline'));
    await panel().getByText('The EU portal takes doc, docx, odt, rtf, pdf, csv and zip files.').waitFor();
    await expectNoAxeViolations(page);
  });

  it('uploads the first version with a note, and the page shows its hash', async () => {
    const file = pdf('outline.pdf', 'outline');
    await choose(file);
    await note().fill('Outline, for comments.');
    await upload('0.1');
    await panel().waitFor({ state: 'detached' });
    await page.getByText(`Version 0.1 of D3.1 is uploaded`).waitFor();
    await versions()
      .first()
      .getByText(/^sha256/)
      .click();
    const line = await versions().first().innerText();
    expect(line).toContain('outline.pdf');
    expect(line).toContain('Outline, for comments.');
    expect(line).toContain(createHash('sha256').update(file.buffer).digest('hex'));
    expect(await page.getByRole('heading', { level: 1 }).locator('..').innerText()).toContain('Drafting');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await expectNoAxeViolations(page);
  });

  it('loses neither file nor note when a colleague was faster, and chooses what happens', async () => {
    const colleague = await openPage();
    await withoutStream(colleague);
    await signIn(colleague, 'pxu');
    await colleague.goto(`${new URL(page.url()).pathname}?do=upload`);
    await choose(pdf('chapters.pdf', 'chapters'), colleague);
    await note(colleague).fill('Chapters 1 to 3.');

    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    await choose(pdf('tables.pdf', 'tables'));
    await upload('0.2');
    await page.getByText('Version 0.2 of D3.1 is uploaded').waitFor();

    await upload('0.2', colleague);
    await colleague.getByText('No version was added; your file and note are kept.').waitFor();
    expect(await panel(colleague).innerText()).toContain('with version 0.2');
    expect(await panel(colleague).innerText()).toContain('chapters.pdf');
    expect(await note(colleague).inputValue()).toBe('Chapters 1 to 3.');
    await expectNoAxeViolations(colleague);
    await upload('0.3', colleague);
    await colleague.getByText('Version 0.3 of D3.1 is uploaded').waitFor();
    await colleague.context().close();
  });

  it('is told when the file says nothing new', async () => {
    await page.goto(`${new URL(page.url()).pathname}?do=upload`);
    await choose(pdf('chapters again.pdf', 'chapters'));
    await upload('0.4');
    await panel().getByText('This file is the same as the newest version.').waitFor();
    await page.getByRole('button', { name: 'Remove chapters again.pdf' }).click();
  });

  it('goes on at 40 % with the same file after the line broke and the page was loaded anew', async () => {
    await choose(pdf('small.pdf', 'small'));
    await page.getByRole('button', { name: 'Remove small.pdf' }).click();
    let pieces = 0;
    // The first piece arrives; the line breaks with the second, which nobody ever answers.
    const broken = (route: Route): Promise<void> | undefined => {
      if (route.request().method() === 'PATCH') pieces += 1;
      return pieces < 2 ? route.continue() : undefined;
    };
    await page.route('**/uploads/*', broken);
    await page.getByLabel(/^Choose (a|another|the) file/).setInputFiles(large);
    await note().fill('All chapters, with pictures.');
    await upload('0.4');
    await panel().getByText('Sending: 41%').waitFor();
    await page.reload();
    await page.unroute('**/uploads/*', broken);
    await panel().getByText('41% arrived').waitFor();
    expect(await note().inputValue()).toBe('All chapters, with pictures.');
    await upload('0.4');
    await panel().getByText('Choose chapters with pictures.pdf again to go on with it, or take it out.').waitFor();
    await expectNoAxeViolations(page);

    const offsets: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '');
    });
    await page.getByLabel(/^Choose (a|another|the) file/).setInputFiles(large);
    await upload('0.4');
    await page.getByText('Version 0.4 of D3.1 is uploaded').waitFor();
    expect(offsets).toEqual(['5000000', '10000000']);
    expect(await versions().first().innerText()).toContain('chapters with pictures.pdf');
  });

  it('makes one zip of several files, and is told when one of them is not what its name says', async () => {
    await page.getByRole('button', { name: 'Upload', exact: true }).click();
    const chosen = page.getByLabel(/^Choose (a|another|the) file/);
    await chosen.setInputFiles([pdf('report.pdf', 'report'), { ...pdf('annex.pdf', ''), buffer: Buffer.from('GIF89a') }]);
    await panel().getByText('These files become one zip, as the EU portal takes it.').waitFor();
    await upload('0.5');
    await panel().getByText('The content of the file is not what its name says. (annex.pdf)').waitFor();
    await page.getByRole('button', { name: 'Remove annex.pdf' }).click();
    await chosen.setInputFiles(pdf('annex.pdf', 'annex'));
    await upload('0.5');
    await page.getByText('Version 0.5 of D3.1 is uploaded').waitFor();
    expect(await versions().first().innerText()).toContain('D3.1 version 0.5.zip');
  });

  it('sends the version to the quality board', async () => {
    await page.getByRole('button', { name: 'Open review of version 0.5' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open review of version 0.5' }).click();
    await page.getByText('Version 0.5 of D3.1 is with the quality board').waitFor();
    const board = page.getByRole('region', { name: 'Quality board, round 1' });
    expect(await board.innerText()).toContain('0 of 6 verdicts in');
    expect(await board.getByRole('listitem').filter({ hasText: 'Phu Xuan University' }).innerText()).toContain(
      'Leads this deliverable: may answer, may not vote',
    );
    expect(await page.getByRole('button', { name: /^Upload/ }).count()).toBe(0);
    await expectNoAxeViolations(page);
  });
});
