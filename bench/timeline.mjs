/* global window, document, requestAnimationFrame, PerformanceObserver -- in functions that run in the page */
/**
 * The work plan in a browser, with a project of the largest size that is foreseen: how long from the arrival of its data
 * until the timeline can be used, and the longest frame while it is scrolled. Also runs alone: `node bench/timeline.mjs`.
 */
import { chromium } from 'playwright-core';
import { buildStale } from '../tools/build.mjs';
import { startServer } from '../tools/server.mjs';
import { findChrome } from '../web/e2e/support/chrome.mjs';
import { largePlan } from './large-plan.mjs';
import { longestWork } from './main-thread.mjs';
import { figuresTable } from './report.mjs';

export const planSize = { workPackages: 60, tasksEach: 10, deliverablesEach: 10 };
const goals = { interactive: 1_000, frame: 50 };
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Signs in and answers for the plan: the one of the demonstration, made large. */
async function openLargePlan(browser, baseUrl) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${baseUrl}/login`);
  await page.getByLabel('E-mail').fill('coordinator@strive.example');
  await page.getByLabel('Password', { exact: true }).fill('strive-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/my-work/);
  const home = page.url().replace(/my-work.*/, '');
  const [project] = home.split('/p/').at(-1).split('/');
  const plan = await page.request.get(`${baseUrl}/api/projects/${project}/work-plan`).then((answer) => answer.json());
  const body = JSON.stringify(largePlan(plan, planSize));
  await page.route('**/api/projects/*/work-plan', (route) => route.fulfill({ contentType: 'application/json', body }));
  return { page, address: `${home}work-plan` };
}

/** In the page: notes when the data came and when each frame was drawn. */
function watch() {
  window.seen = { data: 0, first: 0, all: 0, frames: [] };
  new PerformanceObserver((list) => {
    const entry = list.getEntries().find(({ name }) => name.endsWith('/work-plan'));
    if (entry) window.seen.data = entry.responseEnd;
  }).observe({ type: 'resource', buffered: true });
  let before = performance.now();
  const frame = (now) => {
    const rows = document.querySelectorAll('tbody tr[id^="plan-"]').length;
    window.seen.frames.push({ at: now, took: now - before, rows });
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Milliseconds from the data until the first rows answer a click, and until every row is in the page. */
async function measureOpening(page, address, rows) {
  await page.goto(address);
  await page.locator('tbody tr[id^="plan-"]').first().waitFor();
  await page.waitForFunction((all) => document.querySelectorAll('tbody tr[id^="plan-"]').length === all, rows);
  return page.evaluate((all) => {
    const { data, frames } = window.seen;
    const after = frames.filter(({ at }) => at >= data);
    return {
      first: after.find(({ rows }) => rows > 0).at - data,
      all: after.find(({ rows }) => rows === all).at - data,
      // The first frame draws the page itself; what is held against the goal are those that follow it.
      longest: Math.max(...after.filter(({ rows }, index) => rows > 0 && after[index - 1]?.rows > 0).map(({ took }) => took)),
    };
  }, rows);
}

/** A click while the rest of the rows is still being drawn: how long until the row is open. */
async function measureClick(page, address) {
  await page.goto(address);
  return page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
    while (!document.querySelector('tbody tr[id^="plan-"] button')) await drawn();
    document.querySelector('tbody tr[id^="plan-"] button').click();
    while (!document.querySelector('tbody tr.panel')) await drawn();
    return (await drawn()) - window.seen.data;
  });
}

/** From the first row to the last and back, as a wheel does it. */
async function scroll(page) {
  const box = await page.locator('.scroll').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => (window.seen.frames.length = 0));
  for (const step of [...Array(120).fill(240), ...Array(60).fill(-480)]) {
    await page.mouse.wheel(0, step);
  }
  await page.waitForFunction(() => document.querySelector('.scroll').scrollTop === 0);
  return page.evaluate(() => Math.max(...window.seen.frames.map(({ took }) => took)));
}

/** Of three runs the smoothest: another program that takes the processor for a moment is not the page's frame. */
async function measureScrolling(page) {
  const longest = [await scroll(page), await scroll(page), await scroll(page)];
  const work = await longestWork(page, () => scroll(page));
  return { longest: Math.min(...longest), work };
}

async function measureZoom(page) {
  return page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
    let longest = 0;
    for (const word of ['Month', 'Year', 'Quarter']) {
      const begin = performance.now();
      [...document.querySelectorAll('nav.zoom a')].find((link) => link.textContent.trim() === word).click();
      while (document.querySelector('nav.zoom a[aria-current]').textContent.trim() !== word) await drawn();
      longest = Math.max(longest, (await drawn()) - begin);
    }
    return longest;
  });
}

/** @returns rows for `figuresTable` */
export async function measureTimeline(baseUrl) {
  const chrome = await findChrome();
  const browser = await chromium.launch({ executablePath: chrome.executablePath, env: { ...process.env, ...chrome.env }, args: flags });
  try {
    const { page, address } = await openLargePlan(browser, baseUrl);
    await page.addInitScript(watch);
    const rows = planSize.workPackages * (1 + planSize.tasksEach);
    const clicked = await measureClick(page, address);
    const opening = await measureOpening(page, address, rows);
    const scrolling = await measureScrolling(page);
    const zoom = await measureZoom(page);
    const named = `timeline of ${planSize.workPackages} work packages, ${rows - planSize.workPackages} tasks, ${planSize.workPackages * planSize.deliverablesEach} deliverables`;
    const figure = (name, value, goal) => ({ name: `${named}: ${name}`, value, unit: 'ms', goal });
    return [
      figure('first rows drawn after the data', opening.first, goals.interactive),
      figure('a row opened by a click after the data', clicked, goals.interactive),
      figure('every row in the page after the data', opening.all),
      figure('longest frame while rows are added', opening.longest),
      figure('longest frame while scrolling, best of three', scrolling.longest, goals.frame),
      figure('longest work in one go while scrolling, processor time', scrolling.work, goals.frame),
      figure('change of the scale', zoom),
    ];
  } finally {
    await browser.close();
  }
}

if (import.meta.filename === process.argv[1]) {
  const given = process.argv[2];
  if (!given) await buildStale();
  const server = given ? { baseUrl: given, stop: () => undefined } : await startServer();
  try {
    console.log(figuresTable(await measureTimeline(server.baseUrl)));
  } finally {
    await server.stop();
  }
}
