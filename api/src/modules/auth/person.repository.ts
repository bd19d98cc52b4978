import { Injectable } from '@nestjs/common';
import type { ProjectRole } from '@office/domain';
import { Database } from '../../core/database/database.js';
import { statement } from '../../core/database/statement.js';
import type { Transaction } from '../../core/database/transaction.js';
import { PersonEntity } from './entities/person.entity.js';

const BY_EMAIL = statement(
  'person-by-email',
  `SELECT id, password_hash AS "passwordHash" FROM person WHERE email = $1 AND disabled_at IS NULL AND ($2 OR NOT demonstration)`,
);
const BY_ID = statement('person-by-id', `SELECT email, password_hash AS "passwordHash" FROM person WHERE id = $1 AND disabled_at IS NULL`);
const DEMO_ACCOUNTS = statement(
  'person-demo-accounts',
  `SELECT p.email, p.name, m.roles, b.short_name AS beneficiary
   FROM person p
   JOIN membership m ON m.person_id = p.id
   LEFT JOIN beneficiary b ON b.project_id = m.project_id AND b.id = m.beneficiary_id
   WHERE p.demonstration AND p.disabled_at IS NULL
   ORDER BY NOT 'project-coordinator' = ANY(m.roles), 'quality-board-member' = ANY(m.roles), b.number, p.email`,
);

export interface Credentials {
  readonly id: string;
  readonly passwordHash: string;
}

export interface Account {
  readonly email: string;
  readonly passwordHash: string;
}

export interface DemoAccountRow {
  readonly email: string;
  readonly name: string;
  readonly roles: ProjectRole[];
  readonly beneficiary: string | null;
}

@Injectable()
export class PersonRepository {
  constructor(private readonly database: Database) {}

  /** A demonstration's account has a known password: in production nobody signs in with one. */
  credentialsOf(email: string, { demonstrationToo }: { demonstrationToo: boolean }): Promise<Credentials | null> {
    return this.database.row<Credentials>(BY_EMAIL, [email, demonstrationToo]);
  }

  /** The account of somebody who is signed in. */
  accountOf(id: string): Promise<Account | null> {
    return this.database.row<Account>(BY_ID, [id]);
  }

  demoAccounts(): Promise<DemoAccountRow[]> {
    return this.database.rows<DemoAccountRow>(DEMO_ACCOUNTS, []);
  }

  async add(t: Transaction, person: PersonEntity): Promise<void> {
    await t.manager.insert(PersonEntity, person);
  }
}
