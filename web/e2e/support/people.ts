import type { Page } from 'playwright-core';
import { openPage, signIn } from './journey.js';

const CRITERIA = ['Relevance', 'Completeness', 'Quality', 'Clarity', 'Visibility'];

export type Verdict = 'Accept' | 'Minor changes' | 'Major changes' | 'Reject';

/** Several people at one deliverable, each at a window of their own. */
export class People {
  readonly #pages = new Map<string, Page>();
  #path = '';

  /** @param heading number and title of the deliverable */
  constructor(private readonly heading: string) {}

  /** The deliverable as this person sees it now; signs in at the first time. */
  async at(account: string): Promise<Page> {
    const page = this.#pages.get(account) ?? (await this.#arrive(account));
    await page.goto(this.#path);
    await page.getByRole('heading', { level: 1, name: this.heading }).waitFor();
    return page;
  }

  /** Everybody closes the window. */
  async leave(): Promise<void> {
    await Promise.all([...this.#pages.values()].map((page) => page.context().close()));
    this.#pages.clear();
  }

  async #arrive(account: string): Promise<Page> {
    const page = await openPage();
    this.#pages.set(account, page);
    await signIn(page, account);
    if (this.#path !== '') return page;
    await page.getByRole('link', { name: 'Deliverables', exact: true }).click();
    await page.getByRole('link', { name: this.heading }).click();
    await page.getByRole('heading', { level: 1, name: this.heading }).waitFor();
    this.#path = new URL(page.url()).pathname;
    return page;
  }
}

/** Writes and sends a review; asked-for changes are explained by a major comment. */
export async function review(page: Page, verdict: Verdict, major?: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Review version/ })
    .first()
    .click();
  for (const criterion of CRITERIA) {
    await page
      .getByRole('group', { name: criterion })
      .getByText(major === undefined ? '4' : '2', { exact: true })
      .click();
  }
  if (major !== undefined) {
    await page.getByRole('button', { name: 'Add a comment' }).click();
    await page.getByRole('group', { name: 'Comment 1' }).getByText('Major', { exact: true }).click();
    await page.getByLabel('Comment', { exact: true }).fill(major);
    await page.getByLabel('Page or heading').fill('Section 2');
  }
  await page.getByRole('radio', { name: new RegExp(`^${verdict}`) }).check();
  await page.getByRole('button', { name: /^Send review of version/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send the review' }).click();
  await page.getByText(/^Your review of .* is sent$/).waitFor();
}

/** Takes a step that is asked about once more before it is done. */
export async function confirm(page: Page, step: string | RegExp, done: string): Promise<void> {
  await page.getByRole('button', { name: step }).click();
  await page.getByRole('dialog').getByRole('button', { name: step }).click();
  await page.getByText(done).first().waitFor();
}

/** Somebody has looked at the file: the emblem is a picture, which no text shows. */
export async function confirmEmblem(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have seen it in the file' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
