/** How to reach the database, whichever of the two it is. */
export interface DatabaseConnection {
  readonly url?: string;
  readonly host?: string;
  readonly user?: string;
  readonly database?: string;
  readonly poolSize: number;
  /** All connections share one session of the engine: a new one finds what the last one prepared. */
  readonly sharedSession?: true;
}

/** A database that is open for this process. */
export interface DatabaseHandle {
  readonly connection: DatabaseConnection;
  /** Hears `NOTIFY channel` of every server on the same database; an empty payload after a gap. The answer stops it. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
