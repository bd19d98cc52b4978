import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

const NARRATIVE = 'What happened, what comes next';

/** Opens T2.2 in the work plan: its panel shows the diary. */
async function openTask(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Work plan', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Work plan' }).waitFor();
  await page.getByRole('button', { name: /^T2\.2 / }).click();
}

async function openStatus(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Update the status of T2.2' }).click();
  await page.getByRole('dialog').getByLabel(NARRATIVE).waitFor();
}

const write = (page: Page, text: string): Promise<void> => page.getByRole('dialog').getByLabel(NARRATIVE).fill(text);
const save = (page: Page): Promise<void> => page.getByRole('dialog').getByRole('button', { name: 'Save the status of T2.2' }).click();
const closed = (page: Page): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' });

describe('several windows on one project', () => {
  useBrowser();
  let coordinator: Page;
  let partner: Page;
  let colleague: Page;

  beforeAll(async () => {
    [coordinator, partner, colleague] = [await openPage(), await openPage(), await openPage()];
    await signIn(coordinator, 'coordinator');
    for (const page of [partner, colleague]) await signIn(page, 'qui');
    for (const page of [coordinator, partner, colleague]) await openTask(page);
  });
  afterAll(async () => {
    for (const page of [coordinator, partner, colleague]) await page.context().close();
  });

  it("shows the partner's report in the coordinator's open plan, which keeps its place and what is typed", async () => {
    await coordinator.evaluate(() => Object.assign(globalThis, { sameWindow: true }));
    const filter = coordinator.getByPlaceholder('Number or title');
    await filter.fill('T2.2');

    await openStatus(partner);
    await write(partner, 'Eighty people are registered.');
    await save(partner);
    await closed(partner);

    await coordinator.getByText('Eighty people are registered.').first().waitFor();
    await coordinator.getByText('Updated just now').first().waitFor();
    expect(await coordinator.evaluate(() => 'sameWindow' in globalThis)).toBe(true);
    expect(await filter.inputValue()).toBe('T2.2');
    expect(await filter.evaluate((field) => field === document.activeElement)).toBe(true);
    await expectNoAxeViolations(coordinator);
  });

  it('shows both values when two save the same, and lets the second choose', async () => {
    await openStatus(partner);
    await openStatus(colleague);
    await write(colleague, 'The rooms are booked.');
    await write(partner, 'The speakers are confirmed.');
    await save(partner);
    await closed(partner);
    await save(colleague);

    const dialog = colleague.getByRole('dialog');
    await dialog.getByText('Somebody changed this after you opened it.').waitFor();
    const [theirs, mine] = [dialog.getByRole('region', { name: 'Saved now' }), dialog.getByRole('region', { name: 'Yours' })];
    expect(await theirs.innerText()).toContain('The speakers are confirmed.');
    expect(await mine.innerText()).toContain('The rooms are booked.');
    await expectNoAxeViolations(colleague);

    await dialog.getByRole('button', { name: 'Go on editing mine' }).click();
    expect(await dialog.getByLabel(NARRATIVE).inputValue()).toBe('The rooms are booked.');
    await write(colleague, 'Speakers confirmed, rooms booked.');
    await save(colleague);
    await closed(colleague);
    await partner.getByText('Speakers confirmed, rooms booked.').first().waitFor();
  });

  it('says when the line is down, keeps what is typed, and sends it once the line is back', async () => {
    await openStatus(colleague);
    await write(colleague, 'Typed in a train.');
    await colleague.context().setOffline(true);
    await save(colleague);
    await colleague.getByText(/^No connection\./).waitFor();
    await colleague.getByRole('dialog').getByText('The server cannot be reached.').waitFor();
    expect(await colleague.getByRole('dialog').getByLabel(NARRATIVE).inputValue()).toBe('Typed in a train.');

    await colleague.context().setOffline(false);
    await colleague.getByText('The connection is back.').waitFor();
    await save(colleague);
    await closed(colleague);
    await partner.getByText('Typed in a train.').first().waitFor();
  });
});
