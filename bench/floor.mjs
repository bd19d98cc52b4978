/**
 * The floor that the application is measured against: bare Fastify and `pg`, nobody signed in, no rules, the same bytes out
 * of one prepared statement each. It is told what to answer before it is measured.
 */
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import fastify from 'fastify';
import pg from 'pg';
import { freePort } from '../tools/server.mjs';

const schema = `
CREATE TABLE page (path text PRIMARY KEY, body text NOT NULL);
CREATE TABLE subject (id uuid PRIMARY KEY, version integer NOT NULL, state text NOT NULL, progress integer NOT NULL, narrative text NOT NULL, body text NOT NULL);
CREATE TABLE diary (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), subject_id uuid NOT NULL, state text NOT NULL, progress integer NOT NULL, narrative text NOT NULL, at timestamptz NOT NULL DEFAULT now());
CREATE TABLE audit (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), subject_id uuid NOT NULL, detail jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now());
CREATE INDEX ON diary (subject_id, at);
CREATE INDEX ON audit (at);
`;
const read = { name: 'page', text: 'SELECT body FROM page WHERE path = $1' };
const write = {
  name: 'status',
  text: `
WITH changed AS (
  UPDATE subject SET version = version + 1, state = $3, progress = $4, narrative = $5 WHERE id = $1 AND version = $2
  RETURNING id, version, state, progress, narrative, body
), noted AS (
  INSERT INTO diary (subject_id, state, progress, narrative) SELECT id, state, progress, narrative FROM changed
), logged AS (
  INSERT INTO audit (subject_id, detail) SELECT id, jsonb_build_object('state', state, 'progress', progress) FROM changed
)
SELECT version, body FROM changed`,
};

async function databaseUrl() {
  if (process.env['FLOOR_DATABASE_URL']) {
    return process.env['FLOOR_DATABASE_URL'];
  }
  const port = await freePort();
  await new PGLiteSocketServer({ db: await PGlite.create(), host: '127.0.0.1', port, maxConnections: 20 }).start();
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}

const pool = new pg.Pool({ connectionString: await databaseUrl(), max: 10 });
await pool.query(schema);
const app = fastify();

app.get('/page', async (request, reply) => {
  const { rows } = await pool.query({ ...read, values: [request.query.path] });
  return reply.type('application/json; charset=utf-8').send(rows[0].body);
});
app.put('/subject/:id', async (request, reply) => {
  const { state, progress, narrative } = request.body;
  const version = Number(request.headers['if-match'].replaceAll('"', ''));
  const { rows } = await pool.query({ ...write, values: [request.params.id, version, state, progress, narrative] });
  if (rows.length === 0) {
    return reply.code(412).send();
  }
  return reply.header('ETag', `"${rows[0].version}"`).type('application/json; charset=utf-8').send(rows[0].body);
});

process.on('message', async ({ pages, subjects }) => {
  await pool.query('TRUNCATE page, subject, diary, audit');
  for (const [path, body] of Object.entries(pages)) {
    await pool.query('INSERT INTO page VALUES ($1, $2)', [path, body]);
  }
  for (const { id, version, body } of subjects) {
    await pool.query("INSERT INTO subject VALUES ($1, $2, 'in-progress', 0, '', $3)", [id, version, body]);
  }
  process.send({ learnt: true });
});
await app.listen({ host: '127.0.0.1', port: 0 });
process.send({ baseUrl: `http://127.0.0.1:${app.server.address().port}` });
