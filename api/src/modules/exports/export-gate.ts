import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../core/http/problem.js';

/**
 * One export at a time for each person. Making one keeps a processor busy for a moment; who presses the button again
 * and again waits for the first, and the others' pages with nobody.
 */
@Injectable()
export class ExportGate {
  private readonly busy = new Set<string>();

  async run<T>(personId: string, work: () => Promise<T>): Promise<T> {
    if (this.busy.has(personId)) throw new ProblemError('too-many-requests');
    this.busy.add(personId);
    try {
      return await work();
    } finally {
      this.busy.delete(personId);
    }
  }
}
