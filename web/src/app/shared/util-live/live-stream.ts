import { InjectionToken } from '@angular/core';
import type { LiveEnd, LiveEvents } from '@office/contracts';

/** How a stream is opened; another one under tests. */
export const OPEN_EVENT_SOURCE = new InjectionToken<(address: string) => EventSource>('OPEN_EVENT_SOURCE', {
  providedIn: 'root',
  factory: () => (address) => new EventSource(address),
});

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export interface LiveHearer {
  /** How far the project is, and which transactions brought it there as far as they are told. */
  heard(revision: number, changes: readonly string[]): void;
  /** The stream could not be opened, or broke; how often in a row. */
  lost(times: number): void;
  /** The way to the project is closed. */
  accessOver(): void;
}

/** One event stream that is opened again whenever it breaks, after ever longer waits. */
export class LiveStream {
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #heard: number | null;

  constructor(
    private readonly address: string,
    after: number | null,
    private readonly open: (address: string) => EventSource,
    private readonly hearer: LiveHearer,
  ) {
    this.#heard = after;
    this.#connect();
  }

  /** Whether it listens now. */
  get listening(): boolean {
    return this.#source !== null && this.#failures === 0;
  }

  /** Does not wait any longer: the line seems to be back. */
  hurry(): void {
    if (this.#timer !== undefined) this.#connect();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#source?.close();
    this.#source = null;
  }

  #connect(): void {
    this.close();
    const source = this.open(this.#heard === null ? this.address : `${this.address}?after=${this.#heard}`);
    this.#source = source;
    const on = <Name extends keyof LiveEvents>(name: Name, hear: (event: LiveEvents[Name]) => void): void =>
      source.addEventListener(name, ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as LiveEvents[Name]));
    on('ready', ({ revision }) => this.#hear(revision));
    on('refresh', ({ revision }) => this.#hear(revision));
    on('change', ({ revision, changes }) => this.#hear(revision, changes));
    on('end', (end) => this.#end(end));
    source.addEventListener('error', () => this.#failed());
  }

  #hear(revision: number, changes: readonly string[] = []): void {
    this.#failures = 0;
    this.#heard = revision;
    this.hearer.heard(revision, changes);
  }

  #end({ reason }: LiveEnd): void {
    this.close();
    if (reason === 'access-over') this.hearer.accessOver();
    else this.#later();
  }

  #failed(): void {
    this.close();
    this.#failures += 1;
    this.hearer.lost(this.#failures);
    this.#later();
  }

  /** A random part, so that a server that comes back is not asked by all at once. */
  #later(): void {
    const longest = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, this.#failures - 1), LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => this.#connect(), longest * (0.5 + Math.random() / 2));
  }
}
