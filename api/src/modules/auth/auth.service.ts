import { Injectable } from '@nestjs/common';
import type { DemoAccount, Me, SessionView } from '@office/contracts';
import { Clock } from '../../core/clock/clock.js';
import { Settings } from '../../core/config/settings.js';
import type { SessionContext } from '../../core/http/access.js';
import { ProblemError } from '../../core/http/problem.js';
import { meOf, sessionView } from './auth.mapper.js';
import { DEMO_PASSWORD } from './demo-password.js';
import { LoginThrottle } from './login-throttle.js';
import { Passwords } from './passwords.js';
import { PersonRepository } from './person.repository.js';
import { Sessions } from './sessions.js';

interface SignInFrom {
  readonly address: string;
  readonly device: string;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly people: PersonRepository,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session; the answer is its token.
   * @throws ProblemError `login-failed` for a wrong password and an unknown account alike, `login-throttled` after too many.
   */
  async signIn(email: string, password: string, from: SignInFrom): Promise<string> {
    await this.throttle.admit(email, from.address);
    const account = await this.people.credentialsOf(email, { demonstrationToo: !this.settings.production });
    const matches = await this.passwords.matches(password, account?.passwordHash ?? null);
    if (!matches || account === null) throw new ProblemError('login-failed');
    await this.throttle.succeed(email, from.address);
    return this.sessions.open(account.id, from.device);
  }

  /**
   * What is signed is signed by the person, not by whoever sits at an open window: the password is said again, and wrong
   * ones count as failed sign-ins.
   * @throws ProblemError `password-wrong`, `login-throttled` after too many.
   */
  async confirm(personId: string, password: string, address: string): Promise<void> {
    const account = await this.people.accountOf(personId);
    if (account === null) throw new ProblemError('unauthenticated');
    await this.throttle.admit(account.email, address);
    if (!(await this.passwords.matches(password, account.passwordHash))) throw new ProblemError('password-wrong');
    await this.throttle.succeed(account.email, address);
  }

  /** The person behind a cookie, or null. */
  async visitor(token: string | undefined): Promise<Me | null> {
    const session = token === undefined ? null : await this.sessions.resolve(token);
    return session && meOf(session, this.settings, this.clock.now());
  }

  /** @throws ProblemError `unauthenticated` when nobody is behind the cookie. */
  async me(token: string | undefined): Promise<Me> {
    const me = await this.visitor(token);
    if (me === null) throw new ProblemError('unauthenticated');
    return me;
  }

  async listSessions(current: SessionContext): Promise<SessionView[]> {
    const rows = await this.sessions.list(current.personId);
    return rows.map((row) => sessionView(row, current.sessionId));
  }

  /** @throws ProblemError `not-found` when the person has no such session. */
  async endSession(current: SessionContext, sessionId: string): Promise<void> {
    if (!(await this.sessions.end(current.personId, sessionId))) throw new ProblemError('not-found');
  }

  /** Accounts that anybody may try; empty unless this is a demonstration. */
  async demoAccounts(): Promise<DemoAccount[]> {
    if (this.settings.production || !this.settings.DEMO) return [];
    const accounts = await this.people.demoAccounts();
    return accounts.map((account) => ({ ...account, password: DEMO_PASSWORD }));
  }
}
