import { Passwords } from '../../src/modules/auth/passwords.js';
import { v7 as uuid } from 'uuid';
import type { TestOffice } from './office.js';

export const PASSWORD = 'a quiet test password';

/** A person with an account and no project yet. */
export async function addPerson(office: TestOffice, email: string): Promise<string> {
  const id = uuid();
  const hash = await office.app.get(Passwords).hash(PASSWORD);
  await office.sql(`INSERT INTO person (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)`, [
    id,
    email,
    email.split('@')[0],
    hash,
    new Date(office.settings.CLOCK ?? 0),
  ]);
  return id;
}

/** Signs in and answers the value of the `cookie` header. */
export async function signIn(office: TestOffice, email: string, password = PASSWORD): Promise<string> {
  const answer = await office.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email, password } });
  const cookie = answer.cookies.find(({ name }) => name === 'office_session');
  if (!cookie) throw new Error(`sign-in of ${email} answered ${answer.statusCode}: ${answer.body}`);
  return `office_session=${cookie.value}`;
}
