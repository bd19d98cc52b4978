import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const PDF = {
  name: 'Báo cáo hội thảo Quảng Ninh.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
};

describe('the partner coordinator', () => {
  useBrowser();
  let page: Page;

  const report = () => page.getByRole('region', { name: /deliverables/i }).getByRole('row', { name: /^D2\.2 / });

  beforeAll(async () => {
    page = await openPage();
  });
  afterAll(() => page.context().close());

  it('is told when the password is wrong, and signs in with an offered account', async () => {
    await page.goto('/login');
    await page.getByLabel('E-mail').fill('qui@strive.example');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('This e-mail address and password do not go together.').waitFor();
    await expectNoAxeViolations(page);

    await page
      .getByRole('button', { name: /qui@strive\.example/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Quang Ninh University of Industry' }).waitFor();
  });

  it('sees what the university owes, and that in one request', async () => {
    const requests: string[] = [];
    const asked = (request: Request): boolean => request.url().includes('/api/') && request.resourceType() !== 'eventsource';
    page.on('request', (request) => asked(request) && requests.push(request.url()));
    await page.reload();
    await report().waitFor();
    expect(await report().innerText()).toMatch(/Lead[\s\S]*31 Oct 2024[\s\S]*M10[\s\S]*Drafting/);
    expect(requests.map((url) => url.replace(/.*\//, ''))).toEqual(['my-work']);
    await expectNoAxeViolations(page);
  });

  it('uploads the next version; a file of another kind is refused before it is sent', async () => {
    await report()
      .getByRole('link', { name: /Upload v0\.3/ })
      .click();
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles({ name: 'report.exe', mimeType: 'application/pdf', buffer: PDF.buffer });
    await page.getByText('The EU portal takes doc, docx, odt, rtf, pdf, csv and zip files.').waitFor();

    await choose.setInputFiles(PDF);
    await page.getByLabel('What is new in this version').fill('Attendance figures added.');
    await expectNoAxeViolations(page);
    await page.locator('form').getByRole('button', { name: 'Upload version 0.3' }).click();
    await page.getByRole('link', { name: new RegExp(PDF.name.normalize('NFC')) }).waitFor();
    await page.getByText('Attendance figures added.').first().waitFor();
  });

  it('gets back the very file', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: new RegExp(PDF.name) }).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(PDF.buffer)).toBe(true);
    expect(download.suggestedFilename().normalize('NFC')).toBe(PDF.name.normalize('NFC'));
  });

  it('reports on an own task from a phone and sees at once what changed', async () => {
    const phone = await openPage(PHONE);
    await signIn(phone, 'qui');
    await phone.getByRole('heading', { level: 1, name: 'Quang Ninh University of Industry' }).waitFor();
    await expectNoAxeViolations(phone);
    await phone
      .getByRole('button', { name: /menu|navigation/i })
      .first()
      .tap();
    await phone.getByRole('link', { name: 'Work plan', exact: true }).tap();
    await phone.getByRole('button', { name: /^T2\.2 / }).tap();
    await phone.getByRole('button', { name: 'Update the status of T2.2' }).tap();
    const dialog = phone.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Say otherwise' }).check();
    await dialog.getByLabel('Progress, percent').fill('80');
    await dialog.getByLabel('Why the figures differ').fill('Half of the hosts do not report here.');
    await dialog.getByLabel('What happened, what comes next').fill('Sixty-four people came; the report is being written.');
    await expectNoAxeViolations(phone);
    await dialog.getByRole('button', { name: 'Save the status of T2.2' }).tap();
    await dialog.waitFor({ state: 'detached' });
    await phone.getByText('Sixty-four people came; the report is being written.').first().waitFor();
    await phone.context().close();
  });
});
