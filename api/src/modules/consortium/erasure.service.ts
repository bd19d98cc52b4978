import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import { Passwords } from '../auth/passwords.js';

/** What stands for somebody whose personal data are gone. */
export const ERASED_NAME = 'Erased person';

/** Tables that hold what a person keeps for themself; nobody else reads it. */
const OWN_TABLES = ['session', 'idempotency_record', 'saved_view', 'review_draft'];

interface Membership {
  readonly projectId: string;
  readonly acronym: string;
}

/**
 * Takes a person's name and address away for good. Evidence names people by their ids alone, so it stays as it was
 * written and its chain still holds; that somebody of this role acted remains known, who it was does not.
 */
@Injectable()
export class ErasureService {
  constructor(
    private readonly passwords: Passwords,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The id under which the person stays in the evidence, or null when nobody has the address. */
  async erase(email: string): Promise<string | null> {
    // Nobody knows it, and it is kept nowhere.
    const passwordHash = await this.passwords.hash(randomBytes(32).toString('base64url'));
    return this.transactions.run(async (t) => {
      const at = this.clock.now();
      const person = await t.row<{ id: string }>(
        `UPDATE person SET name = $2, email = 'erased-' || id || '@erased.invalid', password_hash = $3, language = 'en',
           time_zone = 'UTC', administrator = false, disabled_at = coalesce(disabled_at, $4)
         WHERE email = $1 RETURNING id`,
        [email.trim().toLowerCase(), ERASED_NAME, passwordHash, at],
      );
      if (person === null) return null;
      await this.withdraw(t, person.id, at);
      return person.id;
    });
  }

  private async withdraw(t: Transaction, personId: string, at: Date): Promise<void> {
    for (const table of OWN_TABLES) await t.rows(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
    const memberships = await t.rows<Membership>(
      `UPDATE membership m SET active_to = least(coalesce(m.active_to, $2), $2) FROM project p
       WHERE m.person_id = $1 AND p.id = m.project_id RETURNING p.id AS "projectId", p.acronym`,
      [personId, at],
    );
    for (const { projectId, acronym } of memberships) {
      const subject = { kind: 'project' as const, id: projectId, label: acronym };
      t.publish({ event: 'person.erased', projectId, at, personId: null, subject, detail: {} });
    }
  }
}
