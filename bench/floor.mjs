/**
 * The floor that the application is measured against: bare Fastify and `pg`, nobody signed in, no rules. It is told what to
 * answer before it is measured, and answers the application's bytes
 * - `/stored`: out of one statement that finds them by their address: what HTTP and a round trip to the database cost;
 * - `/statement`: after running the application's own prepared statement on the same data: what the answer costs at least;
 * - `/subject`: out of one statement that changes a row by its version and notes the change twice, as the application does.
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
CREATE TABLE floor.subject (id uuid PRIMARY KEY, version integer NOT NULL, state text NOT NULL, progress integer NOT NULL, narrative text NOT NULL, body text NOT NULL);
CREATE TABLE floor.diary (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), subject_id uuid NOT NULL, state text NOT NULL, progress integer NOT NULL, narrative text NOT NULL, at timestamptz NOT NULL DEFAULT now());
CREATE TABLE floor.audit (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), subject_id uuid NOT NULL, detail jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now());
CREATE INDEX ON floor.diary (subject_id, at);
CREATE INDEX ON floor.audit (at);
`;
const stored = { name: 'floor-page', text: 'SELECT body FROM floor.page WHERE path = $1' };
const change = {
  name: 'floor-status',
  text: `
WITH changed AS (
  UPDATE floor.subject SET version = version + 1, state = $3, progress = $4, narrative = $5 WHERE id = $1 AND version = $2
  RETURNING id, version, state, progress, narrative, body
), noted AS (
  INSERT INTO floor.diary (subject_id, state, progress, narrative) SELECT id, state, progress, narrative FROM changed
), logged AS (
  INSERT INTO floor.audit (subject_id, detail) SELECT id, jsonb_build_object('state', state, 'progress', progress) FROM changed
)
SELECT version, body FROM changed`,
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

app.get('/stored', async (request, reply) => {
  const { rows } = await pool.query({ ...stored, values: [request.query.path] });
  return reply.type(json).send(rows[0].body);
});
app.get('/statement', async (request, reply) => {
  const { statement, body } = pages[request.query.path];
  await pool.query(statement);
  return reply.type(json).send(body);
});
app.put('/subject/:id', async (request, reply) => {
  const { state, progress, narrative } = request.body;
  const version = Number(request.headers['if-match'].replaceAll('"', ''));
  const { rows } = await pool.query({ ...change, values: [request.params.id, version, state, progress, narrative] });
  if (rows.length === 0) {
    return reply.code(412).send();
  }
  return reply.header('ETag', `"${rows[0].version}"`).type(json).send(rows[0].body);
});

process.on('message', async (lesson) => {
  pages = lesson.pages;
  await pool.query('TRUNCATE floor.page, floor.subject, floor.diary, floor.audit');
  for (const [path, { body }] of Object.entries(pages)) {
    await pool.query('INSERT INTO floor.page VALUES ($1, $2)', [path, body]);
  }
  for (const { id, version, body } of lesson.subjects) {
    await pool.query("INSERT INTO floor.subject VALUES ($1, $2, 'in-progress', 0, '', $3)", [id, version, body]);
  }
  process.send({ learnt: true });
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send({ baseUrl: `http://127.0.0.1:${app.server.address().port}` });
