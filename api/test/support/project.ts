import type { ProjectRole } from '@office/domain';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { v7 as uuid } from 'uuid';
import { ImportService } from '../../src/modules/import/import.service.js';
import type { TestOffice } from './office.js';
import { addPerson, signIn } from './people.js';
import { striveFile, type StriveFile } from './strive.js';

/** One person of a project, signed in. */
export interface Member {
  readonly personId: string;
  readonly membershipId: string;
  /** A request below `/api/projects/{projectId}/`. */
  request(path: string, options?: Omit<InjectOptions, 'url' | 'path'>): Promise<LightMyRequestResponse>;
}

/** STRIVE as imported, nothing played yet. */
export interface TestProject {
  readonly projectId: string;
  /** Id of a work package, task, deliverable or milestone by its number, of a beneficiary by its short name. */
  idOf(number: string): string;
  addMember(email: string, roles: readonly ProjectRole[], beneficiary: string | null): Promise<Member>;
}

async function idsByNumber(office: TestOffice, projectId: string): Promise<Map<string, string>> {
  const rows = await office.sql<{ number: string; id: string }>(
    `SELECT number, id FROM work_package WHERE project_id = $1 UNION ALL SELECT number, id FROM task WHERE project_id = $1
     UNION ALL SELECT number, id FROM deliverable WHERE project_id = $1 UNION ALL SELECT number, id FROM milestone WHERE project_id = $1
     UNION ALL SELECT short_name, id FROM beneficiary WHERE project_id = $1`,
    [projectId],
  );
  return new Map(rows.map(({ number, id }) => [number, id]));
}

interface NewMembership {
  readonly projectId: string;
  readonly personId: string;
  readonly roles: readonly ProjectRole[];
  readonly beneficiaryId: string | null;
}

async function addMembership(office: TestOffice, { projectId, personId, roles, beneficiaryId }: NewMembership): Promise<string> {
  const membershipId = uuid();
  await office.sql(
    `INSERT INTO membership (project_id, id, person_id, beneficiary_id, roles, active_from) VALUES ($1, $2, $3, $4, $5, '2024-01-01')`,
    [projectId, membershipId, personId, beneficiaryId, roles],
  );
  if (roles.includes('quality-board-member')) {
    await office.sql(
      `INSERT INTO body_member (project_id, body_id, membership_id) SELECT project_id, id, $2 FROM body WHERE project_id = $1 AND kind = 'quality-board'`,
      [projectId, membershipId],
    );
  }
  return membershipId;
}

/** Imports STRIVE (or a variant of its file) into an office. */
export async function importStrive(office: TestOffice, change: (file: StriveFile) => void = () => undefined): Promise<TestProject> {
  const file = await striveFile();
  change(file);
  const { projectId } = await office.app.get(ImportService).importProject(file, null);
  const ids = await idsByNumber(office, projectId);
  const idOf = (number: string): string => {
    const id = ids.get(number);
    if (id === undefined) throw new Error(`STRIVE has no ${number}`);
    return id;
  };
  const addMember: TestProject['addMember'] = async (email, roles, beneficiary) => {
    const personId = await addPerson(office, email);
    const membershipId = await addMembership(office, {
      projectId,
      personId,
      roles,
      beneficiaryId: beneficiary === null ? null : idOf(beneficiary),
    });
    const cookie = await signIn(office, email);
    const request: Member['request'] = (path, options = {}) =>
      office.app.inject({
        ...options,
        url: `/api/projects/${projectId}/${path}`.replace(/\/$/, ''),
        headers: { cookie, ...options.headers },
      });
    return { personId, membershipId, request };
  };
  return { projectId, idOf, addMember };
}
