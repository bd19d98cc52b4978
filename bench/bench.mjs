/**
 * `npm run bench`: the office beside a bare Fastify + pg in the same run, with one project and with a thousand.
 * The measured server is the built one, in a process of its own, and so is the floor. Takes under six minutes.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStale } from '../tools/build.mjs';
import { startServer } from '../tools/server.mjs';
import { openStore } from './database.mjs';
import { driveRead, driveWrites, writersNeeded } from './load.mjs';
import { countSql, multiplySql } from './multiply.sql.mjs';
import { openOffice } from './office.mjs';
import { figuresTable, growthTable, throughputTable } from './report.mjs';
import { measureTransfer } from './transfer.mjs';

const size = { projects: 1_000, auditRowsPerProject: 200 };
const goals = { read: 0.5, write: 0.3, megabytes: 250, kilobytes: 200 };

async function residentMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function startFloor(settings) {
  const child = fork(new URL('floor.mjs', import.meta.url), { env: { ...process.env, NODE_ENV: 'production', ...settings } });
  process.once('exit', () => child.kill());
  const [{ baseUrl }] = await once(child, 'message');
  const learn = async (pages, subjects) => {
    child.send({ pages, subjects });
    await once(child, 'message');
  };
  return { baseUrl, learn, stop: () => child.kill() };
}

/** Every read against the office and straight after against the floors, so that all meet the same machine. */
async function measureReads(office, server, floor, statements) {
  const pages = office.reads.map(({ name, path, body }) => [path, { body, statements: statements[name] }]);
  await floor.learn(Object.fromEntries(pages), []);
  const measured = [];
  for (const { name, path, by, body } of office.reads) {
    const bare = (route) => driveRead(`${floor.baseUrl}/${route}?path=${encodeURIComponent(path)}`, '');
    measured.push({
      name,
      bytes: Buffer.byteLength(body),
      office: await driveRead(server.baseUrl + path, by.cookie),
      floors: [
        { name: 'stored bytes', ...(await bare('stored')) },
        { name: 'its statement', ...(await bare('statement')) },
      ],
      goal: goals.read,
    });
  }
  return measured;
}

async function measureWrites(office, server, floor) {
  const tasks = await office.tasks();
  if (tasks.length < writersNeeded) {
    throw new Error(`${tasks.length} tasks can be written to, ${writersNeeded} are needed.`);
  }
  const learnt = async () => {
    await floor.learn({}, tasks);
    return tasks.map(({ id, version }) => ({ path: `/subject/${id}`, version, cookie: '' }));
  };
  return {
    name: 'status update',
    bytes: Buffer.byteLength(tasks[0].body),
    office: await driveWrites(server.baseUrl, office.tasks),
    floors: [{ name: 'one statement', ...(await driveWrites(floor.baseUrl, learnt)) }],
    goal: goals.write,
  };
}

/** The prepared statements behind each read, told by a server that is not measured. */
async function captureStatements(settings, file) {
  const server = await startServer({
    ...settings,
    CAPTURE_FILE: file,
    NODE_OPTIONS: `--import=${new URL('capture.mjs', import.meta.url)}`,
  });
  try {
    const { reads } = await openOffice(server.baseUrl);
    const statements = {};
    for (const { name, path, by } of reads) {
      await writeFile(file, '');
      await fetch(server.baseUrl + path, { headers: { cookie: by.cookie } }).then((answer) => answer.text());
      const lines = await readFile(file, 'utf8');
      statements[name] = lines
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    }
    return statements;
  } finally {
    await server.stop();
  }
}

/** One server on one of the databases, from its start to its memory after the load. */
async function measureServer(projects, store, which, statements) {
  const floor = await startFloor(await store.floor(which));
  const server = await startServer(store.settings(which));
  try {
    const office = await openOffice(server.baseUrl);
    const requests = [...(await measureReads(office, server, floor, statements)), await measureWrites(office, server, floor)];
    const megabytes = await residentMegabytes(server.pid);
    return {
      requests: requests.map((request) => ({ ...request, projects })),
      transfer: await measureTransfer(server.baseUrl, office.partner.cookie),
      figures: [
        { name: `cold start, projects: ${projects}`, value: server.startMilliseconds / 1000, unit: 's' },
        { name: `resident memory after the load, projects: ${projects}`, value: megabytes, unit: 'MB', goal: goals.megabytes },
      ],
    };
  } finally {
    await server.stop();
    floor.stop();
  }
}

/** STRIVE as the application itself loads it, and beside it the same database with a thousand of its kind. */
async function loadData(store) {
  const first = await startServer(store.settings('one'));
  await first.stop();
  await store.copy('one', 'many');
  const begin = performance.now();
  await store.query('many', multiplySql(size.projects, size.auditRowsPerProject));
  await store.query('many', 'VACUUM ANALYZE');
  const [counts] = await store.query('many', countSql);
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  console.log(
    `${store.name}: ${counts.projects} projects, ${counts.deliverables} deliverables, ${counts.audit_rows} audit rows in ${seconds} s\n`,
  );
  return counts.projects;
}

function print(one, many) {
  const { oneWeight, everything, apiRequests } = one.transfer;
  const web = [
    { name: 'first visit of the dashboard, fonts of one weight', value: oneWeight / 1000, unit: 'kB', goal: goals.kilobytes },
    { name: 'first visit of the dashboard, all it fetches', value: everything / 1000, unit: 'kB' },
    { name: 'first visit of the dashboard, API requests', value: apiRequests, unit: 'requests', goal: 1 },
  ];
  const parts = [
    throughputTable([...one.requests, ...many.requests]),
    growthTable(one.requests, many.requests),
    figuresTable([...one.figures, ...many.figures, ...web]),
  ];
  console.log(parts.join('\n\n'));
}

async function main() {
  await buildStale();
  const folder = await mkdtemp(join(tmpdir(), 'office-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  const store = await openStore(folder);
  try {
    const projects = await loadData(store);
    const statements = await captureStatements(store.settings('one'), join(folder, 'statements'));
    print(await measureServer(1, store, 'one', statements), await measureServer(projects, store, 'many', statements));
  } finally {
    await store.close();
  }
}

await main();
