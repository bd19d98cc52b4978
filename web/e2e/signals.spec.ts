import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectNoAxeViolations, openPage, signIn, useBrowser } from './support/journey.js';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Everything is read and reported by the project coordinator; a partner blocks its task first. */
describe('signals', () => {
  useBrowser();
  let page: Page;

  const goTo = async (name: string): Promise<void> => {
    await page.getByRole('link', { name, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const attention = (name: RegExp): Locator =>
    page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem').filter({ hasText: name });

  beforeAll(async () => {
    page = await openPage();
    await signIn(page, 'coordinator');
  });
  afterAll(() => page.context().close());

  it('a blocked task of a partner stands among what needs attention, with its reason and who can act', async () => {
    await goTo('Overview');
    const blocked = attention(/Blocked: /).first();
    await blocked.waitFor();
    const words = await blocked.innerText();
    expect(words).toMatch(/^for \d+ days?\n\s*since \d+ \w+ 2024/);
    const [, partner] = /Can act: (\S+) coordinator/.exec(words) ?? [];
    expect(partner).toBeTruthy();
    await expectNoAxeViolations(page);

    const all = await attention(/Can act: /).count();
    await page.getByLabel('Partner', { exact: true }).selectOption({ label: partner ?? '' });
    await blocked.waitFor();
    expect(await attention(/Can act: /).count()).toBeLessThan(all);
  });

  it('its work package is not on time, and the row is one click away', async () => {
    const number =
      (
        await attention(/Blocked: /)
          .first()
          .getByRole('link')
          .innerText()
      ).split(' ')[0] ?? '';
    const workPackage = page.getByRole('row', { name: new RegExp(`^WP${number.charAt(1)} `) });
    expect(await workPackage.innerText()).toMatch(/At risk|Late/);
    await attention(/Blocked: /)
      .first()
      .getByRole('link')
      .click();
    await page.getByRole('heading', { level: 1, name: 'Work plan' }).waitFor();
    await page.getByRole('heading', { level: 3, name: `Depends on (${number})` }).waitFor();
  });

  it('who leads the blocked task finds it in the own list of things to do', async () => {
    const partner = await openPage(PHONE);
    await signIn(partner, 'qui');
    const [project] = /\/p\/[^/]+/.exec(partner.url()) ?? [];
    const overview = await partner.request.get(`/api/projects/${project?.slice(3) ?? ''}/overview`);
    const { attention: items } = (await overview.json()) as {
      attention: { kind: string; people: { beneficiary: string }[]; subject: { number: string } }[];
    };
    const blocked = items.find(({ kind }) => kind === 'task-blocked');
    await partner.context().close();

    const lead = await openPage(PHONE);
    await signIn(lead, (blocked?.people[0]?.beneficiary ?? '').toLowerCase().replace('é', 'e'));
    await lead.getByText(`Blocked: say how ${blocked?.subject.number ?? ''} goes on`).waitFor();
    await expectNoAxeViolations(lead);
    await lead.context().close();
  });

  it('a milestone is reported as achieved, and stands so in the plan', async () => {
    await goTo('Reports');
    await page.getByRole('button', { name: 'Report MS3' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save MS3' }).click();
    await dialog.getByText('Say what proves it.').waitFor();
    await dialog.getByLabel('On which day').fill('2024-09-12');
    await dialog.getByLabel('What proves it').fill('Attendance lists of both seminars.');
    await expectNoAxeViolations(page);
    await dialog.getByRole('button', { name: 'Save MS3' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('listitem').filter({ hasText: 'MS3' }).getByText('Achieved', { exact: true }).waitFor();

    await goTo('Work plan');
    await page.getByRole('button', { name: /^WP2 / }).first().click();
    await page.getByRole('listitem').filter({ hasText: 'MS3' }).getByText('Achieved', { exact: true }).waitFor();
  });

  it("a report's check-list says what is missing, and a late deliverable is justified there", async () => {
    await goTo('Reports');
    await page.getByText('29 Aug 2025, 23:59 Rome').waitFor();
    await page.getByText('30 Aug 2025, 04:59 Ho Chi Minh').waitFor();
    const checks = page.getByRole('region', { name: 'Before it is locked' });
    await checks.getByText('The period has ended: still open').waitFor();
    const missing = checks.getByText(/^Missing: D/);
    const numbers = (await missing.innerText()).replace('Missing: ', '').split(', ');
    for (const number of numbers) {
      await page.getByRole('button', { name: `Justify ${number}` }).click();
      await page.getByLabel('Justification for EACEA').fill('Two universities sent their data later than agreed.');
      await page.getByRole('button', { name: `Save the justification of ${number}` }).click();
      await page.getByRole('button', { name: `Edit ${number}` }).waitFor();
    }
    await checks.getByText('Every late deliverable is justified: done').waitFor();
    const open = page.getByRole('button', { name: 'Note that EACEA opened it' });
    expect(await open.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('The period has not ended yet.').first().waitFor({ state: 'attached' });
    await expectNoAxeViolations(page);
  });
});
