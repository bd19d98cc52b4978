import { closeRunFolder } from '../../../tools/jest/run-folder.mjs';

export default async function tearDown() {
  await globalThis.offices?.close();
  await closeRunFolder();
}
