import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

type Hear = (payload: string) => void;

/**
 * The one session of the embedded engine, which all connections to it share. A notification comes back on the connection
 * that made the engine speak; the engine's own `listen` does not hear what passes through its socket.
 */
export class SharedSession {
  private readonly channels = new Map<string, Hear>();

  constructor(private readonly engine: PGlite) {}

  async listen(channel: string, hear: Hear): Promise<() => Promise<void>> {
    this.channels.set(channel, hear);
    await this.engine.exec(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return async () => {
      this.channels.delete(channel);
      await this.engine.exec(`UNLISTEN ${pg.escapeIdentifier(channel)}`);
    };
  }

  /** What the connection before has prepared is not this one's; what it listened to is, and may have been missed. */
  async enter(client: pg.ClientBase): Promise<void> {
    client.on('notification', ({ channel, payload }) => this.channels.get(channel)?.(payload ?? ''));
    await client.query('DISCARD ALL');
    for (const [channel, hear] of this.channels) {
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      hear('');
    }
  }
}
