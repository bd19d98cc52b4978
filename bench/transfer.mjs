import { chromium } from 'playwright-core';
import { findChrome } from '../web/e2e/support/chrome.mjs';

/** What a browser that has nothing in its cache receives for the signed-in dashboard, in bytes on the wire. */
export async function measureTransfer(baseUrl, cookie) {
  const { executablePath, env } = await findChrome();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext();
    const [name, value] = cookie.split('=');
    await context.addCookies([{ name, value, url: baseUrl }]);
    const page = await context.newPage();
    const answers = await record(context, page);
    await page.goto(baseUrl, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return sumUp([...answers.values()]);
  } finally {
    await browser.close();
  }
}

async function record(context, page) {
  const answers = new Map();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type, response }) => answers.set(requestId, { type, url: response.url, bytes: 0 }));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) {
      answer.bytes = encodedDataLength;
    }
  });
  return answers;
}

function sumUp(answers) {
  const total = (chosen) => chosen.reduce((sum, { bytes }) => sum + bytes, 0);
  const isFont = ({ url }) => url.endsWith('.woff2');
  const fonts = answers.filter(isFont);
  const regular = fonts.filter(({ url }) => url.includes('-400-'));
  // The stream of changes is opened beside the page, which does not wait for it.
  const api = answers.filter(({ url, type }) => new URL(url).pathname.startsWith('/api/') && type !== 'EventSource');
  return {
    oneWeight: total(answers.filter((answer) => !isFont(answer))) + total(regular),
    everything: total(answers),
    apiRequests: api.length,
    files: answers.length,
  };
}
