import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';

const connections = 10;
const seconds = { warmUp: 2, measured: 4 };

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** autocannon's own percentiles are whole milliseconds; too coarse here. */
async function fire(duration, options) {
  const latencies = [];
  const instance = autocannon({ connections, duration, ...options });
  instance.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  const result = await instance;
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0) {
    throw new Error(`${options.url}: ${result.errors} failed, answers by status: ${JSON.stringify(result.statusCodeStats)}`);
  }
  latencies.sort((a, b) => a - b);
  return { perSecond: result['2xx'] / result.duration, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

/** Drives one request as fast as the answers come; a figure counts only when every answer was a good one. */
export async function driveRead(url, cookie) {
  const options = { url, headers: { cookie } };
  await fire(seconds.warmUp, options);
  return fire(seconds.measured, options);
}

/** Each connection changes a subject of its own, and goes on from the version that the last answer named. */
function writer(subjects) {
  let next = 0;
  return (client) => {
    const { path, version, cookie } = subjects[next++ % subjects.length];
    let count = 0;
    const prepare = (etag) => {
      count += 1;
      const body = JSON.stringify({ state: 'in-progress', progress: count % 100, narrative: `Step ${count} is done.` });
      client.setRequests([{ method: 'PUT', path, body, headers: { cookie, 'content-type': 'application/json', 'if-match': etag } }]);
    };
    client.on('headers', ({ headers }) => prepare(headers[headers.findIndex((name) => String(name).toLowerCase() === 'etag') + 1]));
    prepare(`"${version}"`);
  };
}

/** @param {() => Promise<{ path: string, version: number, cookie: string }[]>} subjectsNow at least one for each connection */
export async function driveWrites(url, subjectsNow) {
  const run = async (duration) => fire(duration, { url, method: 'PUT', setupClient: writer(await subjectsNow()) });
  await run(seconds.warmUp);
  // What was under way when the warm-up ended still changes its subject.
  await pause(300);
  return run(seconds.measured);
}

export const writersNeeded = connections;
