import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { dateIn, type PlainDate } from '@office/domain';
import { Settings } from '../config/settings.js';

/** The only source of time in the API. */
@Injectable()
export class Clock {
  private readonly pretended = new AsyncLocalStorage<Date>();
  private readonly fixed: Date | null;

  constructor(settings: Settings) {
    this.fixed = settings.CLOCK === undefined ? null : new Date(settings.CLOCK);
  }

  now(): Date {
    return this.pretended.getStore() ?? this.fixed ?? new Date();
  }

  today(zone: string): PlainDate {
    return dateIn(zone, this.now());
  }

  /** Runs work as if it were that instant: how the demonstration plays a project's past. */
  at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    return this.pretended.run(instant, work);
  }
}
