import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { startServer } from '../tools/server.mjs';
import { connections, reading, writing } from './load.mjs';
import { openOffice } from './office.mjs';

/** No page is kept: each is computed from its rows. */
const computing = { PAGE_CACHE_MB: '0' };

async function startFloor(settings) {
  const child = fork(new URL('floor.mjs', import.meta.url), {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', ...settings },
  });
  process.once('exit', () => child.kill());
  const [{ baseUrl }] = await once(child, 'message');
  const learn = async (pages, tasks) => {
    child.send({ pages, tasks });
    await once(child, 'message');
  };
  return { baseUrl, learn, stop: () => child.kill() };
}

/** The statement that each read is made of, told by a server that keeps no pages and is not measured. */
export async function captureStatements(settings, file) {
  const noting = { CAPTURE_FILE: file, NODE_OPTIONS: `--import=${new URL('capture.mjs', import.meta.url)}` };
  const server = await startServer({ ...settings, ...noting, ...computing });
  try {
    const { reads } = await openOffice(server.baseUrl);
    const statements = {};
    for (const { name, path, by } of reads) {
      await writeFile(file, '');
      await fetch(server.baseUrl + path, { headers: { cookie: by.cookie } }).then((answer) => answer.text());
      // What stands before it asks whether the project has changed.
      statements[name] = JSON.parse((await readFile(file, 'utf8')).trim().split('\n').at(-1));
    }
    return statements;
  } finally {
    await server.stop();
  }
}

/** On one of the databases: the server as it is, one that computes every page anew, and the floor; everybody signed in. */
export async function openStand(store, which, projects, statements) {
  const floor = await startFloor(await store.beside(which, 'floor'));
  const anew = await startServer({ ...(await store.beside(which, 'anew')), ...computing });
  const server = await startServer(store.settings(which));
  const office = await openOffice(server.baseUrl);
  const tasks = await office.tasks();
  if (tasks.length < connections) {
    throw new Error(`${tasks.length} tasks can be written to, ${connections} are needed.`);
  }
  const pages = Object.fromEntries(office.reads.map(({ name, path, body }) => [path, { body, statement: statements[name] }]));
  await floor.learn(pages, tasks);
  const stop = async () => {
    await Promise.all([server.stop(), anew.stop()]);
    floor.stop();
  };
  return { which, projects, server, floor, office, anew: { ...anew, office: await openOffice(anew.baseUrl) }, tasks, stop };
}

const bare = (floor, route, path) => reading(`${floor.baseUrl}/${route}?path=${encodeURIComponent(path)}`, '');

/** A page that has not changed since somebody looked, beside the stored bytes. */
export function readers({ server, floor, office }, name) {
  const { path, by } = office.reads.find((read) => read.name === name);
  return { office: reading(server.baseUrl + path, by.cookie), 'bare: the stored bytes': bare(floor, 'stored', path) };
}

/** A page that has just changed, beside the statement that it is made of. */
export function readersAnew({ anew, floor }, name) {
  const { path, by } = anew.office.reads.find((read) => read.name === name);
  return { office: reading(anew.baseUrl + path, by.cookie), 'bare: its statement': bare(floor, 'statement', path) };
}

/** Who takes a status update, by name; both change the same tasks, each from the version that it finds. */
export function writers({ server, floor, office }) {
  const atTheFloor = async () => (await office.tasks()).map(({ id, version }) => ({ path: `/task/${id}`, version, cookie: '' }));
  return { office: writing(server.baseUrl, office.tasks), 'bare: one statement': writing(floor.baseUrl, atTheFloor) };
}
