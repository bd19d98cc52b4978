import { Injectable } from '@nestjs/common';
import type { ProjectRole } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions, type Transaction } from '../../core/database/transaction.js';
import { Passwords, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../auth/passwords.js';
import { PersonRepository } from '../auth/person.repository.js';
import { EnrolmentRepository, type EnrolmentProject, type Seat } from './enrolment.repository.js';

/** Where somebody new belongs; an observer belongs to no beneficiary. */
export interface NewMembership {
  readonly grantNumber: string;
  readonly roles: readonly ProjectRole[];
  /** Short name, as the agreement calls it. */
  readonly beneficiary: string | null;
  readonly seats: readonly Seat[];
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly administrator?: boolean;
  readonly demonstration?: boolean;
  /** An account that cannot be used yet. */
  readonly disabled?: boolean;
  readonly membership: NewMembership | null;
}

export interface Enrolled {
  readonly personId: string;
  readonly membershipId: string | null;
  readonly projectId: string | null;
  readonly beneficiaryId: string | null;
}

export type EnrolmentRefusal =
  | 'email-taken'
  | 'password-too-short'
  | 'password-too-long'
  | 'project-unknown'
  | 'beneficiary-unknown'
  | 'beneficiary-needed'
  | 'body-unknown'
  | 'role-needed';

/** Why somebody cannot be enrolled; nothing was written. */
export class EnrolmentRefusedError extends Error {
  constructor(
    readonly code: EnrolmentRefusal,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

function assertPassword(password: string): void {
  if (password.length < PASSWORD_MIN_LENGTH) throw new EnrolmentRefusedError('password-too-short', { atLeast: PASSWORD_MIN_LENGTH });
  if (password.length > PASSWORD_MAX_LENGTH) throw new EnrolmentRefusedError('password-too-long', { atMost: PASSWORD_MAX_LENGTH });
}

function assertBodies({ bodies }: EnrolmentProject, seats: readonly Seat[]): void {
  const missing = seats.find(({ body }) => !bodies.includes(body));
  if (missing) throw new EnrolmentRefusedError('body-unknown', { body: missing.body });
}

interface Place {
  readonly project: EnrolmentProject;
  readonly beneficiary: EnrolmentProject['beneficiaries'][string] | null;
}

/** New accounts with their place in a project: what the command line and the demonstration make people with. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly repository: EnrolmentRepository,
    private readonly people: PersonRepository,
    private readonly passwords: Passwords,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws EnrolmentRefusedError */
  async enrol(newcomer: NewPerson): Promise<Enrolled> {
    assertPassword(newcomer.password);
    const place = newcomer.membership && (await this.placeOf(newcomer.membership));
    const passwordHash = await this.passwords.hash(newcomer.password);
    return this.transactions.run((t) => this.add(t, newcomer, passwordHash, place));
  }

  private async placeOf({ grantNumber, roles, beneficiary, seats }: NewMembership): Promise<Place> {
    if (roles.length === 0) throw new EnrolmentRefusedError('role-needed');
    const project = await this.repository.projectByGrantNumber(grantNumber);
    if (project === null) throw new EnrolmentRefusedError('project-unknown', { grantNumber });
    assertBodies(project, seats);
    if (beneficiary === null) {
      if (roles.some((role) => role !== 'observer')) throw new EnrolmentRefusedError('beneficiary-needed');
      return { project, beneficiary };
    }
    const found = project.beneficiaries[beneficiary];
    if (!found)
      throw new EnrolmentRefusedError('beneficiary-unknown', { beneficiary, known: Object.keys(project.beneficiaries).join(', ') });
    return { project, beneficiary: found };
  }

  private async add(t: Transaction, newcomer: NewPerson, passwordHash: string, place: Place | null): Promise<Enrolled> {
    const personId = uuid();
    const now = this.clock.now();
    const email = newcomer.email.trim().toLowerCase();
    if (await this.repository.isEmailTaken(t, email)) throw new EnrolmentRefusedError('email-taken', { email });
    await this.people.add(t, {
      id: personId,
      email,
      name: newcomer.name,
      passwordHash,
      language: 'en',
      timeZone: place?.beneficiary?.timeZone ?? 'Europe/Rome',
      administrator: newcomer.administrator ?? false,
      demonstration: newcomer.demonstration ?? false,
      disabledAt: newcomer.disabled === true ? now : null,
      createdAt: now,
    });
    const membershipId = place && newcomer.membership ? await this.addMembership(t, personId, newcomer.membership, place) : null;
    return { personId, membershipId, projectId: place?.project.id ?? null, beneficiaryId: place?.beneficiary?.id ?? null };
  }

  private async addMembership(
    t: Transaction,
    personId: string,
    { roles, beneficiary, seats }: NewMembership,
    place: Place,
  ): Promise<string> {
    const { id: projectId, label } = place.project;
    const at = this.clock.now();
    const membership = {
      projectId,
      id: uuid(),
      personId,
      beneficiaryId: place.beneficiary?.id ?? null,
      roles,
      activeFrom: at,
    };
    await this.repository.addMembership(t, membership);
    for (const seat of seats) await this.repository.addSeat(t, membership, seat);
    const subject = { kind: 'project' as const, id: projectId, label };
    const detail = { role: roles.join(' '), ...(beneficiary !== null && { beneficiary }) };
    t.publish({ event: 'member.enrolled', projectId, at, personId: null, subject, detail });
    return membership.id;
  }
}
