import { Worker } from 'node:worker_threads';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { TextDifferenceView } from '@office/contracts';
import type { TextKind, TextRefusal } from '@office/domain';
import { Settings } from '../../core/config/settings.js';
import type { ReadingAnswers, ReadingJob, ReadText } from './worker/messages.js';

/** Beside the bundle when built; in the tests Node reads the TypeScript itself. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './worker/reading-worker.ts' : './reading-worker.js', import.meta.url);

/** Its libraries take some memory: a thread that has nothing to do goes. */
const IDLE_MS = 30_000;

export class ReadingStoppedError extends Error {}

type Failure = 'too-slow' | 'too-large' | 'unreadable';
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/** Listens until the signal tells that it is enough. */
function on(
  thread: Worker,
  signal: AbortSignal,
  listeners: Readonly<Record<'message' | 'error' | 'exit', (value: unknown) => void>>,
): void {
  for (const [name, listener] of Object.entries(listeners)) {
    thread.on(name, listener);
    signal.addEventListener('abort', () => thread.off(name, listener));
  }
}

/** Reads foreign files in a thread of its own, one after the other: it may take its time and its memory, and may die of it. */
@Injectable()
export class TextReader implements BeforeApplicationShutdown {
  private thread: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly settings: Settings) {}

  /** @throws ReadingStoppedError when the server ends. */
  async read(kind: TextKind, bytes: Uint8Array): Promise<ReadText | TextRefusal> {
    return this.next({ job: 'read', kind, bytes });
  }

  /** Null when it would take too long. @throws ReadingStoppedError when the server ends. */
  async compare(from: string, to: string): Promise<TextDifferenceView | null> {
    const answer = await this.next({ job: 'compare', from, to });
    return typeof answer === 'string' ? null : answer;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.idle);
    await this.thread?.terminate();
    await this.last;
  }

  private next<J extends ReadingJob>(job: J): Promise<ReadingAnswers[J['job']] | Failure> {
    const answer = this.last.then(() => this.ask(job));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async ask<J extends ReadingJob>(job: J): Promise<ReadingAnswers[J['job']] | Failure> {
    if (this.stopped) throw new ReadingStoppedError();
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.start());
    try {
      return await this.answerOf(thread, job);
    } finally {
      this.idle = setTimeout(() => void this.end(thread), IDLE_MS).unref();
    }
  }

  private answerOf<J extends ReadingJob>(thread: Worker, job: J): Promise<ReadingAnswers[J['job']] | Failure> {
    const done = new AbortController();
    const answer = new Promise<ReadingAnswers[J['job']] | Failure>((resolve, reject) => {
      const fail = (failure: Failure): void => {
        resolve(failure);
        void this.end(thread);
      };
      const timer = setTimeout(() => fail('too-slow'), this.settings.READING_SECONDS * 1_000);
      done.signal.addEventListener('abort', () => clearTimeout(timer));
      on(thread, done.signal, {
        message: (value) => resolve(value as ReadingAnswers[J['job']]),
        error: (error) => fail((error as NodeJS.ErrnoException).code === OUT_OF_MEMORY ? 'too-large' : 'unreadable'),
        exit: () => reject(new ReadingStoppedError()),
      });
    });
    thread.postMessage(job, job.job === 'read' ? [job.bytes.buffer as ArrayBuffer] : []);
    return answer.finally(() => done.abort());
  }

  private start(): Worker {
    const thread = new Worker(THREAD, {
      resourceLimits: { maxOldGenerationSizeMb: this.settings.READING_MEMORY_MB },
      stdout: true,
      stderr: true,
    });
    thread.unref();
    return thread;
  }

  private async end(thread: Worker): Promise<void> {
    if (this.thread === thread) this.thread = null;
    await thread.terminate();
  }
}
