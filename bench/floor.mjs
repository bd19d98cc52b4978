/**
 * The floor that the application is measured against: bare Fastify and `pg`, nobody signed in, no rules. It is told what to
 * answer before it is measured, and answers the application's bytes
 * - `/stored`: out of one statement that finds them by their address: what HTTP and a round trip to the database cost;
 * - `/statement`: after running the application's own prepared statement on the same data: what the answer costs at least;
 * - `/task`: out of one statement that changes the application's own rows, keys and triggers and all: a task's status by its
 *   version, the diary and the audit log. What the application decides besides (who may, what the work package makes of it)
 *   is not in it.
 */
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import fastify from 'fastify';
import pg from 'pg';
import { freePort } from '../tools/server.mjs';

const schema = `
CREATE SCHEMA floor;
CREATE TABLE floor.page (path text PRIMARY KEY, body text NOT NULL);
`;
const stored = { name: 'floor-page', text: 'SELECT body FROM floor.page WHERE path = $1' };
const change = {
  name: 'floor-status',
  text: `
WITH changed AS (
  UPDATE task_status
  SET version = version + 1, state = $4, progress = $5, narrative = $6, override_reason = $6, updated_at = now(), updated_by = $7
  WHERE project_id = $1 AND task_id = $2 AND version = $3
  RETURNING project_id, task_id, version, state, progress, narrative, updated_by
), noted AS (
  INSERT INTO status_update (project_id, id, subject_kind, subject_id, state, progress, narrative, at, person_id)
  SELECT project_id, gen_random_uuid(), 'task', task_id, state, progress, narrative, now(), updated_by FROM changed
), logged AS (
  INSERT INTO audit_entry (project_id, id, at, person_id, event, subject_kind, subject_id, subject_label, detail)
  SELECT project_id, gen_random_uuid(), now(), updated_by, 'task.status-updated', 'task', task_id, 'T', jsonb_build_object('state', state)
  FROM changed
)
SELECT version FROM changed`,
};

async function databaseUrl() {
  if (process.env['DATABASE_URL']) {
    return process.env['DATABASE_URL'];
  }
  const port = await freePort();
  const db = await PGlite.create(join(process.env['DATA_DIR'], 'database'), { extensions: { unaccent } });
  await new PGLiteSocketServer({ db, host: '127.0.0.1', port, maxConnections: 20 }).start();
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}

// The embedded engine is one, and its prepared statements belong to all connections.
const max = process.env['DATABASE_URL'] ? 10 : 1;
// Without this PostgreSQL plans the larger statements anew at each run.
const pool = new pg.Pool({ connectionString: await databaseUrl(), max, options: '-c plan_cache_mode=force_generic_plan' });
await pool.query(schema);
const app = fastify();
const json = 'application/json; charset=utf-8';
let pages = {};
let tasks = new Map();

app.get('/stored', async (request, reply) => {
  const { rows } = await pool.query({ ...stored, values: [request.query.path] });
  return reply.type(json).send(rows[0].body);
});
app.get('/statement', async (request, reply) => {
  const { statement, body } = pages[request.query.path];
  await pool.query(statement);
  return reply.type(json).send(body);
});
app.put('/task/:id', async (request, reply) => {
  const { state, progress, narrative } = request.body;
  const { project, person, body } = tasks.get(request.params.id);
  const version = Number(request.headers['if-match'].replaceAll('"', ''));
  const { rows } = await pool.query({ ...change, values: [project, request.params.id, version, state, progress, narrative, person] });
  if (rows.length === 0) {
    return reply.code(412).send();
  }
  return reply.header('ETag', `"${rows[0].version}"`).type(json).send(body);
});

process.on('message', async (lesson) => {
  pages = lesson.pages;
  tasks = new Map(lesson.tasks.map((task) => [task.id, task]));
  await pool.query('TRUNCATE floor.page');
  for (const [path, { body }] of Object.entries(pages)) {
    await pool.query('INSERT INTO floor.page VALUES ($1, $2)', [path, body]);
  }
  process.send({ learnt: true });
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send({ baseUrl: `http://127.0.0.1:${app.server.address().port}` });
