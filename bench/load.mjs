import autocannon from 'autocannon';

export const connections = 10;
const seconds = { warmUp: 2, slice: 2 };
const rounds = 3;

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** autocannon's own percentiles are whole milliseconds, too coarse here. A figure counts only when every answer was a good one. */
async function fire(duration, options) {
  const latencies = [];
  const instance = autocannon({ connections, duration, ...options });
  instance.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  const result = await instance;
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0) {
    throw new Error(`${options.url}: ${result.errors} failed, answers by status: ${JSON.stringify(result.statusCodeStats)}`);
  }
  return { latencies, duration: result.duration };
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

/** Asks for one address as fast as the answers come. */
export const reading = (url, cookie) => (duration) => fire(duration, { url, headers: { cookie } });

/** What the turn before left under way may still change a subject: asked until two answers are the same. */
async function settled(subjectsNow) {
  for (let before = ''; ;) {
    const subjects = await subjectsNow();
    const now = subjects.map(({ version }) => version).join();
    if (now === before) {
      return subjects;
    }
    before = now;
  }
}

/** @param {() => Promise<{ path: string, version: number, cookie: string }[]>} subjectsNow at least one for each connection */
export const writing = (url, subjectsNow) => async (duration) =>
  fire(duration, { url, method: 'PUT', setupClient: writer(await settled(subjectsNow)) });

/**
 * Lets the contestants run in turns of two seconds, so that whatever else the machine does meets all of them alike.
 * @param {Record<string, (duration: number) => Promise<{ latencies: number[], duration: number }>>} contestants
 */
export async function race(contestants) {
  const results = {};
  for (const [name, run] of Object.entries(contestants)) {
    await run(seconds.warmUp);
    results[name] = { latencies: [], duration: 0 };
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contestants)) {
      const { latencies, duration } = await run(seconds.slice);
      results[name].latencies.push(...latencies);
      results[name].duration += duration;
    }
  }
  return Object.fromEntries(Object.entries(results).map(([name, result]) => [name, figures(result)]));
}

function figures({ latencies, duration }) {
  latencies.sort((a, b) => a - b);
  return { perSecond: latencies.length / duration, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}
