import { Injectable } from '@nestjs/common';
import type { DeliverableEvent } from '@office/domain';
import type { Transaction } from '../database/transaction.js';

export type EventCode =
  | DeliverableEvent
  | 'project.imported'
  | 'work-package.status-updated'
  | 'task.status-updated'
  | 'review.sent';

/** Something that happened in a project, in facts that stay true. */
export interface DomainEvent {
  readonly event: EventCode;
  readonly projectId: string;
  readonly at: Date;
  /** Null when the system did it. */
  readonly personId: string | null;
  readonly subject: { readonly kind: 'project' | 'work-package' | 'task' | 'deliverable'; readonly id: string; readonly label: string };
  readonly detail: Readonly<Record<string, string | number>>;
}

type Recorder = (t: Transaction, event: DomainEvent) => Promise<void>;
type Listener = (event: DomainEvent) => void;

/** Who hears of events: recorders inside the transaction, listeners after its commit. Publishers know neither. */
@Injectable()
export class DomainEvents {
  private readonly recorders: Recorder[] = [];
  private readonly listeners: Listener[] = [];

  recordWith(recorder: Recorder): void {
    this.recorders.push(recorder);
  }

  listenWith(listener: Listener): void {
    this.listeners.push(listener);
  }

  async record(t: Transaction, event: DomainEvent): Promise<void> {
    for (const recorder of this.recorders) await recorder(t, event);
  }

  tell(event: DomainEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
