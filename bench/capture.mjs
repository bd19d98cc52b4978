/**
 * Loaded into a server that is not measured (`node --import`): notes the prepared statements that it runs, so that the floor
 * can run the very same ones.
 */
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function noted(config, ...rest) {
  if (config?.name) {
    const { name, text, values } = config;
    appendFileSync(process.env['CAPTURE_FILE'], `${JSON.stringify({ name, text, values })}\n`);
  }
  return query.call(this, config, ...rest);
};
