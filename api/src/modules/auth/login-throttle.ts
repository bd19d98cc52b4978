import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import { ProblemError } from '../../core/http/problem.js';

const COUNT = statement(
  'login-throttle-count',
  `INSERT INTO login_throttle (key, failures, window_ends_at)
   SELECT key, 1, $3 FROM unnest($1::text[]) AS key ORDER BY key
   ON CONFLICT (key) DO UPDATE SET
     failures = CASE WHEN login_throttle.window_ends_at > $2 THEN login_throttle.failures + 1 ELSE 1 END,
     window_ends_at = CASE WHEN login_throttle.window_ends_at > $2 THEN login_throttle.window_ends_at ELSE $3 END
   RETURNING key, failures, window_ends_at AS "windowEndsAt"`,
);
const FORGET = statement('login-throttle-forget', `DELETE FROM login_throttle WHERE key = $1 OR window_ends_at < $2`);
const TAKE_BACK = statement(
  'login-throttle-take-back',
  `UPDATE login_throttle SET failures = failures - 1 WHERE key = $1 AND failures > 0`,
);

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

  /**
   * Counts the attempt as failed before it is looked at, so that guesses sent together count like guesses one by one.
   * @throws ProblemError `login-throttled` with `retryAfterSeconds` when account or address has used up its attempts.
   */
  async admit(email: string, address: string): Promise<void> {
    const now = this.clock.now();
    const windowEndsAt = new Date(now.getTime() + this.settings.LOGIN_WINDOW_MINUTES * 60_000);
    const rows = await this.database.rows<ThrottleRow>(COUNT, [[keyOf('account', email), keyOf('address', address)], now, windowEndsAt]);
    const spent = rows.filter((row) => row.failures > this.limitOf(row.key));
    if (spent.length === 0) return;
    const until = Math.max(...spent.map((row) => row.windowEndsAt.getTime()));
    throw new ProblemError('login-throttled', { params: { retryAfterSeconds: Math.ceil((until - now.getTime()) / 1000) } });
  }

  /** A right password ends the account's count; the address gets back this attempt and keeps its failures. */
  async succeed(email: string, address: string): Promise<void> {
    await this.database.rows(FORGET, [keyOf('account', email), this.clock.now()]);
    await this.database.rows(TAKE_BACK, [keyOf('address', address)]);
  }

  private limitOf(key: string): number {
    return key.startsWith('account:') ? this.settings.LOGIN_ATTEMPTS_PER_ACCOUNT : this.settings.LOGIN_ATTEMPTS_PER_ADDRESS;
  }
}
