import { buildStale } from '../../../tools/build.mjs';
import { findChrome } from './chrome.mjs';
import { startServer } from '../../../tools/server.mjs';

/** One browser and one server for the whole run; the test processes find both through the environment. */
export default async function setUp() {
  await buildStale();
  process.env['E2E_CHROME'] = JSON.stringify(await findChrome());
  const server = await startServer();
  process.env['E2E_BASE_URL'] = server.baseUrl;
  globalThis.officeServer = server;
}
