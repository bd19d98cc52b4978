import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { startServer } from '../tools/server.mjs';
import { connections, reading, writing } from './load.mjs';
import { openOffice } from './office.mjs';

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

/** The prepared statements behind each read, told by a server that is not measured. */
export async function captureStatements(settings, file) {
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

/** A server on one of the databases with its floor beside it, and everybody signed in. */
export async function openStand(store, which, projects, statements) {
  const floor = await startFloor(await store.floor(which));
  const server = await startServer(store.settings(which));
  const office = await openOffice(server.baseUrl);
  const tasks = await office.tasks();
  if (tasks.length < connections) {
    throw new Error(`${tasks.length} tasks can be written to, ${connections} are needed.`);
  }
  const pages = Object.fromEntries(office.reads.map(({ name, path, body }) => [path, { body, statements: statements[name] }]));
  const learn = () => floor.learn(pages, tasks);
  await learn();
  const stop = async () => {
    await server.stop();
    floor.stop();
  };
  return { which, projects, server, floor, office, tasks, learn, stop };
}

/** Who answers a read, by name. */
export function readers({ server, floor, office }, name) {
  const { path, by } = office.reads.find((read) => read.name === name);
  const bare = (route) => reading(`${floor.baseUrl}/${route}?path=${encodeURIComponent(path)}`, '');
  return {
    office: reading(server.baseUrl + path, by.cookie),
    'bare: stored bytes': bare('stored'),
    'bare: its statement': bare('statement'),
  };
}

/** Who takes a status update, by name. */
export function writers({ server, floor, office, tasks, learn }) {
  const learnt = async () => {
    await learn();
    return tasks.map(({ id, version }) => ({ path: `/subject/${id}`, version, cookie: '' }));
  };
  return { office: writing(server.baseUrl, office.tasks), 'bare: one statement': writing(floor.baseUrl, learnt) };
}
