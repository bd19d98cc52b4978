import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import { ProblemError } from '../../core/http/problem.js';

const READ = statement(
  'login-throttle-read',
  `SELECT key, failures, window_ends_at AS "windowEndsAt" FROM login_throttle WHERE key = ANY($1) AND window_ends_at > $2`,
);
const COUNT = statement(
  'login-throttle-count',
  `INSERT INTO login_throttle (key, failures, window_ends_at)
   SELECT key, 1, $3 FROM unnest($1::text[]) AS key
   ON CONFLICT (key) DO UPDATE SET
     failures = CASE WHEN login_throttle.window_ends_at > $2 THEN login_throttle.failures + 1 ELSE 1 END,
     window_ends_at = CASE WHEN login_throttle.window_ends_at > $2 THEN login_throttle.window_ends_at ELSE $3 END`,
);
const FORGET = statement('login-throttle-forget', `DELETE FROM login_throttle WHERE key = $1 OR window_ends_at < $2`);

/** The keys hold no readable address: a hash is enough to count by. */
const keyOf = (kind: 'account' | 'address', value: string): string => `${kind}:${createHash('sha256').update(value).digest('base64url')}`;

interface ThrottleRow {
  readonly key: string;
  readonly failures: number;
  readonly windowEndsAt: Date;
}

/** Counts failed sign-ins per account and per network address in a window that starts with the first. */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError `login-throttled` with `retryAfterSeconds` when either has used up its attempts. */
  async assertFree(email: string, address: string): Promise<void> {
    const now = this.clock.now();
    const rows = await this.database.rows<ThrottleRow>(READ, [[keyOf('account', email), keyOf('address', address)], now]);
    const spent = rows.filter((row) => row.failures >= this.limitOf(row.key));
    if (spent.length === 0) return;
    const until = Math.max(...spent.map((row) => row.windowEndsAt.getTime()));
    throw new ProblemError('login-throttled', { params: { retryAfterSeconds: Math.ceil((until - now.getTime()) / 1000) } });
  }

  async countFailure(email: string, address: string): Promise<void> {
    const now = this.clock.now();
    const windowEndsAt = new Date(now.getTime() + this.settings.LOGIN_WINDOW_MINUTES * 60_000);
    await this.database.rows(COUNT, [[keyOf('account', email), keyOf('address', address)], now, windowEndsAt]);
  }

  /** A right password ends the account's count; the address keeps its own. */
  async forget(email: string): Promise<void> {
    await this.database.rows(FORGET, [keyOf('account', email), this.clock.now()]);
  }

  private limitOf(key: string): number {
    return key.startsWith('account:') ? this.settings.LOGIN_ATTEMPTS_PER_ACCOUNT : this.settings.LOGIN_ATTEMPTS_PER_ADDRESS;
  }
}
