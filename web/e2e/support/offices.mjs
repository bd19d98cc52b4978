import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clock, startServer } from '../../../tools/server.mjs';

/** The demonstration as it stands at an instant: a data folder that a server of that clock has filled, once a run. */
function playing() {
  const played = new Map();
  const play = async (instant) => {
    const folder = await mkdtemp(join(tmpdir(), 'office-played-'));
    const server = await startServer({ CLOCK: instant, DATA_DIR: folder });
    await server.stop();
    return folder;
  };
  return (instant) => {
    if (!played.has(instant)) {
      played.set(instant, play(instant));
    }
    return played.get(instant);
  };
}

/** A server on a copy of the demonstration, whose clock can be moved on. */
async function openOffice(demonstration, instant) {
  const folder = await mkdtemp(join(tmpdir(), 'office-data-'));
  await cp(await demonstration(instant), folder, { recursive: true });
  let server = await startServer({ CLOCK: instant, DATA_DIR: folder });
  const { baseUrl } = server;
  /** The same office at the same address, as it is found at a later instant. */
  const moveOn = async (later) => {
    await server.stop();
    server = await startServer({ CLOCK: later, DATA_DIR: folder, PORT: new URL(baseUrl).port });
  };
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { baseUrl, moveOn, close };
}

/**
 * Where journeys ask for an office of their own: `POST /?clock=` answers its address, `PUT /?office=&clock=` finds it at a
 * later instant, `DELETE /?office=` ends it. The
 * servers belong to the process of the whole run, because a test process that is ended by force would leave them running.
 */
export async function openOffices() {
  const offices = new Map();
  const demonstration = playing();
  const answers = {
    POST: async (query) => {
      const office = await openOffice(demonstration, query.get('clock') ?? clock);
      offices.set(office.baseUrl, office);
      return office.baseUrl;
    },
    PUT: async (query) => {
      await offices.get(query.get('office')).moveOn(query.get('clock'));
      return '';
    },
    DELETE: async (query) => {
      const address = query.get('office');
      const office = offices.get(address);
      offices.delete(address);
      await office?.close();
      return '';
    },
  };
  const desk = createServer((request, response) => {
    const { searchParams } = new URL(request.url, 'http://offices');
    answers[request.method](searchParams).then(
      (answer) => response.end(answer),
      (error) => response.writeHead(500).end(error.message),
    );
  });
  await Promise.all([demonstration(clock), new Promise((resolve) => desk.listen(0, '127.0.0.1', resolve))]);
  const close = async () => {
    desk.closeAllConnections();
    await Promise.all([new Promise((resolve) => desk.close(resolve)), ...[...offices.values()].map((office) => office.close())]);
  };
  return { address: `http://127.0.0.1:${desk.address().port}`, close };
}
