import { Logger } from '@nestjs/common';
import pg from 'pg';

const RECONNECT_MS = 1000;

type Hear = (payload: string) => void;

/**
 * A connection that only listens. When it breaks it is opened again; what was told meanwhile is unknown, so each
 * listener then hears the empty payload, which stands for "anything may have changed".
 */
export class PostgresListener {
  private readonly logger = new Logger(PostgresListener.name);
  private readonly channels = new Map<string, Hear>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly url: string) {}

  async listen(channel: string, hear: Hear): Promise<() => Promise<void>> {
    this.channels.set(channel, hear);
    if (this.client === null) await this.connect();
    else await this.client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return async () => {
      this.channels.delete(channel);
      await this.client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'project-office-listener', keepAlive: true });
    client.on('notification', ({ channel, payload }) => this.channels.get(channel)?.(payload ?? ''));
    client.on('error', (error) => this.logger.warn({ err: error }));
    await client.connect();
    client.on('end', () => this.reconnectLater());
    for (const channel of this.channels.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    this.client = client;
  }

  private reconnectLater(): void {
    this.client = null;
    if (this.closed || this.retry !== null) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      this.connect().then(
        () => this.channels.forEach((hear) => hear('')),
        (error: unknown) => {
          this.logger.warn({ err: error });
          this.reconnectLater();
        },
      );
    }, RECONNECT_MS);
  }
}
