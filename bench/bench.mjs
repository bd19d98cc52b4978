/**
 * `npm run bench`: the office beside a bare Fastify + pg in the same run, with one project and with a thousand.
 * The measured servers are the built one, in processes of their own, and so are the floors. Takes under seven minutes.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStale } from '../tools/build.mjs';
import { startServer } from '../tools/server.mjs';
import { openStore } from './database.mjs';
import { race } from './load.mjs';
import { countSql, multiplySql } from './multiply.sql.mjs';
import { figuresTable, growthTable, throughputTable } from './report.mjs';
import { measureTimeline } from './timeline.mjs';
import { captureStatements, openStand, readers, readersAnew, writers } from './stand.mjs';
import { measureTransfer } from './transfer.mjs';
import { measureUpload } from './upload.mjs';

const size = { projects: 1_000, auditRowsPerProject: 200 };
const goals = { read: 0.5, write: 0.3, megabytes: 250, kilobytes: 200 };

/** STRIVE as the application itself loads it, and beside it the same database with a thousand of its kind. */
async function loadData(store) {
  const first = await startServer(store.settings('one'));
  await first.stop();
  await store.copy('one', 'many');
  const begin = performance.now();
  await store.query('many', multiplySql(size.projects, size.auditRowsPerProject));
  for (const which of ['one', 'many']) {
    await store.query(which, 'VACUUM ANALYZE');
  }
  const [counts] = await store.query('many', countSql);
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  console.log(
    `${store.name}: ${counts.projects} projects, ${counts.deliverables} deliverables, ${counts.audit_rows} audit rows in ${seconds} s\n`,
  );
  return counts.projects;
}

/** All stands meet in one race, in turns. */
async function measure(stands, name, body, contestantsOf, goal) {
  const contestants = stands.flatMap((stand) => Object.entries(contestantsOf(stand)).map(([who, run]) => [`${stand.which} ${who}`, run]));
  const results = await race(Object.fromEntries(contestants));
  return stands.map((stand) => {
    const [office, floor] = Object.keys(contestantsOf(stand)).map((who) => ({ name: who, ...results[`${stand.which} ${who}`] }));
    return { name, projects: stand.projects, bytes: Buffer.byteLength(body), office, floor, goal };
  });
}

async function residentMegabytes({ server }) {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** The goal for memory is meant for PostgreSQL; the embedded database lives in the server's own memory. */
async function figuresOf(stands, store) {
  const perStand = stands.map(async (stand) => [
    { name: `cold start, projects: ${stand.projects}`, value: stand.server.startMilliseconds / 1000, unit: 's' },
    {
      name: `resident memory after the load, projects: ${stand.projects}`,
      value: await residentMegabytes(stand),
      unit: 'MB',
      goal: store.embedded ? undefined : goals.megabytes,
    },
  ]);
  const [{ server, office }] = stands;
  const { oneWeight, everything, apiRequests } = await measureTransfer(server.baseUrl, office.partner.cookie);
  return [
    ...(await Promise.all(perStand)).flat(),
    { name: 'first visit of the dashboard, fonts of one weight', value: oneWeight / 1000, unit: 'kB', goal: goals.kilobytes },
    { name: 'first visit of the dashboard, all it fetches', value: everything / 1000, unit: 'kB' },
    { name: 'first visit of the dashboard, API requests', value: apiRequests, unit: 'requests', goal: 1 },
    ...(await measureTimeline(server.baseUrl)),
    ...(await measureUpload(server)),
  ];
}

async function measureAll(stands, store) {
  const [{ office, tasks }] = stands;
  const requests = [];
  for (const { name, body } of office.reads) {
    requests.push(await measure(stands, name, body, (stand) => readers(stand, name), goals.read));
    requests.push(await measure(stands, `${name}, just changed`, body, (stand) => readersAnew(stand, name), goals.read));
  }
  requests.push(await measure(stands, 'status update', tasks[0].body, writers, goals.write));
  console.log([throughputTable(requests.flat()), growthTable(requests), figuresTable(await figuresOf(stands, store))].join('\n\n'));
}

async function main() {
  await buildStale();
  const folder = await mkdtemp(join(tmpdir(), 'office-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  const store = await openStore(folder);
  const stands = [];
  try {
    const projects = await loadData(store);
    const statements = await captureStatements(store.settings('one'), join(folder, 'statements'));
    stands.push(await openStand(store, 'one', 1, statements));
    stands.push(await openStand(store, 'many', projects, statements));
    await measureAll(stands, store);
  } finally {
    for (const stand of stands) {
      await stand.stop();
    }
    await store.close();
  }
}

await main();
