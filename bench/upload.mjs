/**
 * A large file on its way in: what it costs the server in memory, and whoever looks at a page meanwhile in time.
 * `node bench/upload.mjs` measures a fresh server with the embedded database.
 */
import { request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { buildStale } from '../tools/build.mjs';
import { startServer } from '../tools/server.mjs';
import { openOffice } from './office.mjs';
import { figuresTable } from './report.mjs';

const MEGABYTE = 1_000_000;
const size = { megabytes: 200, piece: 256 * 1024 };
const goals = { grown: 100, waited: 100 };
const OPEN_FOR_FILES = ['planned', 'drafting', 'changes-requested', 'revision-requested'];

async function* pdf(bytes) {
  const head = Buffer.from('%PDF-1.7\n');
  yield head;
  const piece = Buffer.alloc(size.piece, 'an even content ');
  for (let left = bytes - head.length; left > 0; left -= piece.length) {
    yield left < piece.length ? piece.subarray(0, left) : piece;
  }
}

async function expectOk(answer, what) {
  if (!answer.ok) {
    throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  }
  return answer;
}

const base64 = (text) => Buffer.from(text).toString('base64');

/** The two steps of a page that uploads: the file arrives by the tus protocol, then it becomes a version. */
async function upload(baseUrl, { cookie, project }, deliverable, bytes) {
  const path = `${baseUrl}/api/projects/${project}`;
  const tus = { cookie, origin: baseUrl, 'tus-resumable': '1.0.0' };
  const metadata = `filename ${base64('large.pdf')},deliverable ${base64(deliverable.id)}`;
  const begun = await fetch(`${path}/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes), 'upload-metadata': metadata },
  });
  await expectOk(begun, 'begin');
  const address = new URL(begun.headers.get('location'), baseUrl);
  const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': bytes };
  const sending = request(address, { method: 'PATCH', headers });
  const answered = new Promise((resolve, reject) => sending.once('response', resolve).once('error', reject));
  await pipeline(Readable.from(pdf(bytes)), sending);
  const { statusCode } = (await answered).resume();
  if (statusCode !== 204) {
    throw new Error(`the file was answered ${statusCode}`);
  }
  const arrived = performance.now();
  const version = await fetch(`${path}/deliverables/${deliverable.id}/versions`, {
    method: 'POST',
    headers: { cookie, origin: baseUrl, 'content-type': 'application/json', 'if-match': `"${deliverable.version}"` },
    body: JSON.stringify({ uploads: [address.pathname.split('/').at(-1)], note: '' }),
  });
  await expectOk(version, 'version');
  return arrived;
}

async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** Repeats `look` until `work` has ended, and answers with what it saw. */
async function during(work, look) {
  let over = false;
  const ended = work.finally(() => (over = true));
  ended.catch(() => undefined);
  const seen = [];
  while (!over) {
    seen.push(await look());
  }
  return { seen, result: await ended };
}

/** How long a colleague waits for a page, asked for again and again. */
async function waiting(url, cookie) {
  const begin = performance.now();
  await expectOk(await fetch(url, { headers: { cookie } }), 'page').then((answer) => answer.arrayBuffer());
  const waited = performance.now() - begin;
  await pause(10);
  return waited;
}

const nineteenOfTwenty = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)];

async function openFor(baseUrl, { cookie, project }) {
  const list = await fetch(`${baseUrl}/api/projects/${project}/deliverables?limit=100`, { headers: { cookie } });
  const { items } = await (await expectOk(list, 'list')).json();
  return items.find(({ part, state }) => part === 'lead' && OPEN_FOR_FILES.includes(state));
}

/** @returns rows for `figuresTable` */
export async function measureUpload({ baseUrl, pid }) {
  const { partner, reads } = await openOffice(baseUrl);
  const page = reads.find(({ name }) => name === 'list of deliverables');
  const url = baseUrl + page.path;
  const deliverable = await openFor(baseUrl, partner);
  await during(pause(2_000), () => waiting(url, page.by.cookie));
  const quiet = await during(pause(3_000), () => waiting(url, page.by.cookie));
  const before = await residentMegabytes(pid);
  const begin = performance.now();
  const work = upload(baseUrl, partner, deliverable, size.megabytes * MEGABYTE);
  const [pages, memory] = await Promise.all([
    during(work, () => waiting(url, page.by.cookie)),
    during(work, async () => (await pause(20), residentMegabytes(pid))),
  ]);
  const total = performance.now() - begin;
  const named = `upload of ${size.megabytes} MB`;
  return [
    { name: `${named}: until it has arrived`, value: (pages.result - begin) / 1000, unit: 's' },
    { name: `${named}: until it is a version`, value: total / 1000, unit: 's' },
    { name: `${named}: memory of the server before`, value: before, unit: 'MB' },
    { name: `${named}: its peak meanwhile`, value: Math.max(...memory.seen), unit: 'MB' },
    { name: `${named}: grown by`, value: Math.max(...memory.seen) - before, unit: 'MB', goal: goals.grown },
    { name: `${named}: a colleague's page before, 19 of 20 within`, value: nineteenOfTwenty(quiet.seen), unit: 'ms' },
    {
      name: `${named}: a colleague's page meanwhile, 19 of 20 within`,
      value: nineteenOfTwenty(pages.seen),
      unit: 'ms',
      goal: goals.waited,
    },
    { name: `${named}: a colleague's page meanwhile, slowest`, value: Math.max(...pages.seen), unit: 'ms' },
  ];
}

if (import.meta.filename === process.argv[1]) {
  await buildStale();
  const server = await startServer();
  try {
    console.log(figuresTable(await measureUpload(server)));
  } finally {
    await server.stop();
  }
}
