import type { ClientBase } from 'pg';

/** How to reach the database, whichever of the two it is. */
export interface DatabaseConnection {
  readonly url?: string;
  readonly host?: string;
  readonly user?: string;
  readonly database?: string;
  readonly poolSize: number;
  /** All connections share one session of the engine: what a new one does first. */
  readonly enterSharedSession?: (client: ClientBase) => Promise<void>;
}

/** A database that is open for this process. */
export interface DatabaseHandle {
  readonly connection: DatabaseConnection;
  /** Hears `NOTIFY channel` of every server on the same database; an empty payload after a gap. The answer stops it. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
