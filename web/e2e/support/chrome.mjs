import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that the journeys run in: `CHROME_PATH`, else an installed Chrome or Chromium, else the one from npm.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 */
export async function findChrome() {
  const path = process.env['CHROME_PATH'] ?? installed.find((candidate) => existsSync(candidate));
  if (path) {
    return { executablePath: path, env: {} };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found: install one or set CHROME_PATH.');
  }
  const folder = await unpackPackagedChrome();
  const executablePath = join(folder, 'chromium');
  return { executablePath, env: await librariesFor(executablePath, folder) };
}

/** Unpacks once per version, beside and then in place, so that a broken-off or second run never sees half a browser. */
async function unpackPackagedChrome() {
  const { version } = JSON.parse(await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8'));
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (existsSync(folder)) {
    return folder;
  }
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  // The package unpacks into the temporary folder, and adds its shared libraries only where it believes to be on Lambda.
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { cwd: dirname(fileURLToPath(import.meta.url)), env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' } },
  );
  await rename(partial, folder).catch(() => rm(partial, { recursive: true, force: true }));
  return folder;
}

/** A bare machine has neither NSS nor a font configuration; where the system has its own, that one is used. */
async function librariesFor(executablePath, folder) {
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const missing = await promisify(execFile)('ldd', [executablePath]).then(
    ({ stdout }) => stdout.includes('not found'),
    () => true,
  );
  return missing ? { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : fonts;
}
