import { Injectable } from '@nestjs/common';
import type { EventCode } from '@office/contracts';

/** Something that happened in a project, in facts that stay true. */
export interface DomainEvent {
  readonly event: EventCode;
  readonly projectId: string;
  readonly at: Date;
  /** Null when the system did it. */
  readonly personId: string | null;
  readonly subject: {
    readonly kind: 'project' | 'work-package' | 'task' | 'deliverable' | 'milestone' | 'report' | 'amendment' | 'cash';
    readonly id: string;
    readonly label: string;
  };
  readonly detail: Readonly<Record<string, string | number>>;
}

/** As much of a transaction as a recorder needs. */
export interface UnitOfWork {
  rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]>;
}

type Recorder = (t: UnitOfWork, event: DomainEvent) => Promise<void>;

/** Who hears of events inside the transaction that makes them. Publishers do not know them. */
@Injectable()
export class DomainEvents {
  private readonly recorders: Recorder[] = [];

  recordWith(recorder: Recorder): void {
    this.recorders.push(recorder);
  }

  async record(t: UnitOfWork, event: DomainEvent): Promise<void> {
    for (const recorder of this.recorders) await recorder(t, event);
  }
}
