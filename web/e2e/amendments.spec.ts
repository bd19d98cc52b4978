import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

const EXTENSION = 'Six months more and a closing conference';
const CONFERENCE = 'Closing conference in Hanoi';

describe('an amendment of the grant agreement', () => {
  useBrowser();
  let page: Page;
  let home: string;

  beforeAll(async () => {
    page = await openPage();
    await signIn(page, 'coordinator');
    home = page.url().replace(/my-work.*/, '');
  });
  afterAll(() => page.context().close());

  const dialog = (): Locator => page.getByRole('dialog');
  const part = (name: string): Locator => page.getByRole('region', { name });

  async function prepare(title: string): Promise<void> {
    await page.goto(`${home}amendments`);
    await page.getByRole('button', { name: 'Prepare an amendment' }).click();
    await dialog().getByLabel('Title').fill(title);
    await dialog().getByLabel('Why it is needed').fill('Visas for the study visits came late.');
    await dialog().getByRole('button', { name: 'Begin the draft' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async function addChange(kind: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    await page.getByRole('button', { name: 'Add a change' }).click();
    await dialog().getByLabel('What changes').selectOption(kind);
    await fill(dialog());
    await dialog().getByRole('button', { name: 'Add the change' }).click();
    await dialog().waitFor({ state: 'detached' });
  }

  /** Chooses by the number that an option begins with. */
  async function choose(form: Locator, label: string, number: string): Promise<void> {
    const option = form.getByLabel(label).locator('option').filter({ hasText: number });
    await form.getByLabel(label).selectOption((await option.getAttribute('value')) ?? '');
  }

  async function step(name: string, fill: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click();
    await fill();
    await dialog().getByRole('button', { name, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
  }

  async function submit(): Promise<void> {
    await step("Record the consortium's approval", () =>
      dialog()
        .getByLabel(/^Reference/)
        .fill('Minutes of 12 September, item 4'),
    );
    await step('Record the informal check', () =>
      dialog()
        .getByLabel(/officer said/)
        .fill('No objection.'),
    );
    await step('Record the submission');
    await page.getByText('EACEA has until').waitFor();
  }

  const rowOfPlan = (number: string): Locator =>
    page.getByRole('row').filter({ has: page.getByRole('button', { name: new RegExp(`^${number} `) }) });

  async function planTable(): Promise<void> {
    await page.goto(`${home}work-plan?view=table`);
    await rowOfPlan('WP5').waitFor();
  }

  it('is prepared with changes that are judged as they are typed', async () => {
    await prepare(EXTENSION);
    await addChange('deliverable.due', async (form) => {
      await choose(form, 'Of what', 'D3.3');
      await form.getByLabel('Due month').fill('52');
      await form.getByText('D3.3 in M52 lies outside of the project (M1–M48).').first().waitFor();
      await expectNoAxeViolations(page);
    });
    const approve = page.getByRole('button', { name: "Record the consortium's approval" });
    expect(await approve.getAttribute('aria-disabled')).toBe('true');

    await addChange('project.duration', async (form) => {
      await form.getByLabel(/^Months more/).fill('6');
      await form.getByText('54 months, until 30 Jun 2028', { exact: true }).waitFor();
      await form.getByText('AT25, another duration').waitFor();
    });
    await addChange('task.add', async (form) => {
      await choose(form, 'Work package', 'WP5');
      expect(await form.getByLabel('Number').inputValue()).toBe('T5.6');
      await form.getByLabel('Title').fill(CONFERENCE);
      await choose(form, 'Lead beneficiary', 'HANU');
      await form.getByLabel('First month').fill('50');
      await form.getByLabel('Last month').fill('54');
    });
    expect(await part('What changed').innerText()).toMatch(/Duration\s+48 months, until 31 Dec 2027\s+54 months, until 30 Jun 2028/);
    expect(await part('What changed').innerText()).toMatch(/Added\s+T5\.6\s+Closing conference in Hanoi/);
    expect(await approve.getAttribute('aria-disabled')).not.toBe('true');
    await expectNoAxeViolations(page);
  });

  it('goes its way to the acceptance, and the work plan shows it against the baseline', async () => {
    await submit();
    await page
      .getByText(/31 Oct 2024/)
      .first()
      .waitFor();
    await step('Record the acceptance');
    await page.getByText('Amendment took effect').waitFor();
    await expectNoAxeViolations(page);

    await planTable();
    await page.getByText(/amendment 2 in force/).waitFor();
    expect(await rowOfPlan('T5.6').innerText()).toContain(CONFERENCE);
    const moved = await page.getByRole('row').filter({ hasText: 'D3.3' }).first().innerText();
    expect(moved).toContain('M52');
    expect(moved).toContain('M42');
  });

  it('leaves no trace in the plan when it is rejected', async () => {
    await prepare('Another conference');
    await addChange('task.add', async (form) => {
      await choose(form, 'Work package', 'WP5');
      await form.getByLabel('Title').fill('Second conference');
      await choose(form, 'Lead beneficiary', 'QUI');
      await form.getByLabel('First month').fill('51');
      await form.getByLabel('Last month').fill('54');
    });
    await submit();
    await step('Record the rejection', () =>
      dialog()
        .getByLabel(/reason/)
        .fill('Not justified by the work.'),
    );
    await page.getByText('Amendment rejected by EACEA').waitFor();
    await page.goto(`${home}amendments`);
    await page.getByRole('link', { name: /^No\. R1 Another conference/ }).waitFor();
    await expectNoAxeViolations(page);
    await planTable();
    expect(await page.getByText('Second conference').count()).toBe(0);
    expect(await rowOfPlan('T5.6').count()).toBe(1);
  });

  it('stays readable as it was signed', async () => {
    await page.goto(`${home}amendments`);
    await page.getByRole('link', { name: 'As signed' }).click();
    await page.getByRole('heading', { level: 1, name: 'Agreement as signed' }).waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'D3.3' }).innerText()).toContain('M42');
    expect(await page.getByText(CONFERENCE).count()).toBe(0);
  });

  it('is read by partners, who take no step', async () => {
    const partner = await openPage({ viewport: { width: 360, height: 740 } });
    await signIn(partner, 'qui');
    await partner.goto(`${home}amendments`);
    await partner.getByRole('link', { name: new RegExp(EXTENSION) }).click();
    await partner.getByRole('heading', { level: 1, name: EXTENSION }).waitFor();
    expect(await partner.getByRole('button', { name: /^(Record|Withdraw|Add a change)/ }).count()).toBe(0);
    expect(await partner.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await expectNoAxeViolations(partner);
    await partner.context().close();
  });
});
