import { basename } from 'node:path';
import pg from 'pg';
import { closeRunFolder } from '../../../tools/jest/run-folder.mjs';

/** A server in `TEST_DATABASE_URL` may outlive the run; what the run has begun its databases with does not. */
async function dropTemplates(connectionString, prefix) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
  for (const { name } of rows) {
    await client.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  }
  await client.end();
}

export default async function tearDown() {
  const { TEST_DATABASE_URL: url, TEST_RUN_FOLDER: folder } = process.env;
  if (url && folder) {
    await dropTemplates(url, `${basename(folder)}-`);
  }
  await closeRunFolder();
}
