import { buildStale } from '../../../tools/build.mjs';
import { openRunFolder } from '../../../tools/jest/run-folder.mjs';
import { findChrome } from './chrome.mjs';
import { openOffices } from './offices.mjs';

/** What all journeys share is made once; the test processes find it through the environment. */
export default async function setUp() {
  await buildStale();
  await openRunFolder();
  process.env['E2E_CHROME'] = JSON.stringify(await findChrome());
  globalThis.offices = await openOffices();
  process.env['E2E_OFFICES'] = globalThis.offices.address;
}
