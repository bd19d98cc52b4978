import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { DatabaseHandle } from '../database/database-handle.js';
import { DATABASE_HANDLE } from '../database/database.module.js';

export interface ProjectChange {
  readonly projectId: string;
  readonly revision: number;
  /** The transaction that made it. */
  readonly change: string;
}

/** What changes in projects on any server, as the database tells it; null when something may have been missed. */
@Injectable()
export class ProjectChanges implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly heard = new Subject<ProjectChange | null>();
  private stopListening: () => Promise<void> = () => Promise.resolve();

  constructor(@Inject(DATABASE_HANDLE) private readonly handle: DatabaseHandle) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = await this.handle.listen('project_changed', (payload) => this.heard.next(readChange(payload)));
  }

  onApplicationShutdown(): Promise<void> {
    return this.stopListening();
  }
}

/** `revise_project` writes project, revision and transaction with a blank between. */
function readChange(payload: string): ProjectChange | null {
  const [projectId = '', revision = '', change = ''] = payload.split(' ');
  return payload === '' ? null : { projectId, revision: Number(revision), change };
}
