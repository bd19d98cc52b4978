import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Subject } from 'rxjs';
import { Database } from '../database/database.js';
import type { DatabaseHandle } from '../database/database-handle.js';
import { DATABASE_HANDLE } from '../database/database.module.js';
import { statement } from '../database/statement.js';

export interface ProjectChange {
  readonly projectId: string;
  readonly revision: number;
  /** The transactions that led there from what was told before; none when one of them is not known. */
  readonly changes: string[];
}

/** Changes that follow each other so closely are told together. */
const GATHER_MS = 50;
/** Transactions that were committed beside one that notified are not heard of: after each notification it is looked again. */
const LOOK_AGAIN_MS = 250;
const QUIET_LOOKS = 4;

const REVISIONS = statement(
  'live-revisions',
  `SELECT project_id AS "projectId", revision, transaction_id::text AS change FROM project_revision WHERE project_id = ANY($1::uuid[])`,
);

interface Watched {
  watchers: number;
  /** The revision that was told last; null before the first look. */
  told: number | null;
  /** Transactions by the revision they made, as far as they are known and not yet told. */
  readonly names: Map<number, string>;
}

/** What changes in the projects that somebody watches, on whatever server: the database's notifications say when to look. */
@Injectable()
export class ProjectChanges implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly heard = new Subject<ProjectChange>();
  private readonly logger = new Logger(ProjectChanges.name);
  private readonly watched = new Map<string, Watched>();
  private timer: NodeJS.Timeout | undefined;
  private soon = false;
  private quiet = 0;
  private stopListening: () => Promise<void> = () => Promise.resolve();

  constructor(
    @Inject(DATABASE_HANDLE) private readonly handle: DatabaseHandle,
    private readonly database: Database,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = await this.handle.listen('project_changed', (payload) => this.ring(payload));
  }

  beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.watched.clear();
    return this.stopListening();
  }

  /** From now on `heard` tells of this project too; the answer is its present revision. */
  async watch(projectId: string): Promise<number> {
    const watched = this.watched.get(projectId) ?? { watchers: 0, told: null, names: new Map<number, string>() };
    watched.watchers += 1;
    this.watched.set(projectId, watched);
    await this.look();
    return watched.told ?? 0;
  }

  unwatch(projectId: string): void {
    const watched = this.watched.get(projectId);
    if (watched === undefined) return;
    watched.watchers -= 1;
    if (watched.watchers === 0) this.watched.delete(projectId);
  }

  /** `revise_project` writes project, revision and transaction; nothing is written when the line was cut in between. */
  private ring(payload: string): void {
    if (this.watched.size === 0) return;
    const [projectId = '', revision = '', change = ''] = payload.split(' ');
    this.watched.get(projectId)?.names.set(Number(revision), change);
    this.quiet = 0;
    if (this.soon) return;
    this.soon = true;
    this.lookIn(GATHER_MS);
  }

  private lookIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.soon = false;
      this.look().then(
        (grown) => this.lookAgain(grown),
        (error: unknown) => {
          this.logger.warn({ err: error });
          this.lookAgain(false);
        },
      );
    }, milliseconds);
  }

  private lookAgain(grown: boolean): void {
    this.quiet = grown ? 0 : this.quiet + 1;
    if (!this.soon && this.quiet < QUIET_LOOKS && this.watched.size > 0) this.lookIn(LOOK_AGAIN_MS);
  }

  /** Tells what is further than what was told before; whether anything was. */
  async look(): Promise<boolean> {
    const rows = await this.database.rows<{ projectId: string; revision: number; change: string }>(REVISIONS, [[...this.watched.keys()]]);
    return rows.map(({ projectId, revision, change }) => this.tell(projectId, revision, change)).includes(true);
  }

  private tell(projectId: string, revision: number, change: string): boolean {
    const watched = this.watched.get(projectId);
    if (watched === undefined || (watched.told !== null && watched.told >= revision)) return false;
    watched.names.set(revision, change);
    const { told } = watched;
    watched.told = revision;
    if (told !== null) this.heard.next({ projectId, revision, changes: namesBetween(watched.names, told, revision) });
    for (const named of watched.names.keys()) if (named <= revision) watched.names.delete(named);
    return told !== null;
  }
}

/** Of more than these nobody wants to know one by one. */
const MOST_NAMED = 100;

function namesBetween(names: ReadonlyMap<number, string>, told: number, revision: number): string[] {
  if (revision - told > MOST_NAMED) return [];
  const between = Array.from({ length: revision - told }, (_, index) => names.get(told + index + 1));
  return between.every((name) => name !== undefined) ? between : [];
}
