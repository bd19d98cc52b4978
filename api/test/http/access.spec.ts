import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import type { Problem } from '@office/contracts';
import { GRANTS, PROJECT_ROLES, type Permission, type ProjectRole } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { OpenHandlerError, RouteTable, type Route } from '../../src/core/http/closed-by-default.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { addPerson, signIn } from '../support/people.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

let office: TestOffice;
let strive: TestProject;
let routes: Route[];
const members = new Map<ProjectRole, Member>();

beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  routes = office.app.get(RouteTable).routes();
  for (const role of PROJECT_ROLES) {
    members.set(role, await strive.addMember(`${role}@university.example`, [role], role === 'observer' ? null : 'QUI'));
  }
});
afterAll(() => office.close());

/** The route in STRIVE, with ids that name nothing. */
const addressOf = (route: Route): string => route.path.replace(':projectId', strive.projectId).replace(/:\w+/g, () => uuid());

const call = (route: Route, cookie?: string) =>
  office.app.inject({ method: route.method, url: addressOf(route), ...(cookie !== undefined && { headers: { cookie } }) });

const permissionOf = (route: Route): Permission | null => (route.access?.kind === 'permission' ? route.access.permission : null);

describe('the route table', () => {
  it('has routes of every kind', () => {
    expect(new Set(routes.map((route) => route.access?.kind))).toEqual(new Set(['public', 'signed-in', 'permission']));
    expect(routes.length).toBeGreaterThan(30);
  });

  it('is open without a session only where a handler says so', async () => {
    const open = [];
    for (const route of routes) {
      const { statusCode } = await call(route);
      if (statusCode !== 401) open.push(`${route.method} ${route.path}`);
    }
    expect(open.sort()).toEqual(['GET /api/health/live', 'GET /api/health/ready', 'GET /api/seal-keys', 'POST /api/auth/login']);
  });

  it('hides the project from people outside of it', async () => {
    await addPerson(office, 'outsider@university.example');
    const cookie = await signIn(office, 'outsider@university.example');
    for (const route of routes.filter((candidate) => permissionOf(candidate) !== null)) {
      const answer = await call(route, cookie);
      expect([`${route.method} ${route.path}`, answer.statusCode]).toEqual([`${route.method} ${route.path}`, 404]);
    }
  });

  it.each(PROJECT_ROLES)('opens to a %s exactly what the table of rights grants', async (role) => {
    const grants = GRANTS[role];
    for (const route of routes) {
      const permission = permissionOf(route);
      if (permission === null) continue;
      const address = addressOf(route).replace(`/api/projects/${strive.projectId}/`, '');
      const path = address.startsWith('/api') ? '' : address;
      const answer = await members.get(role)?.request(path, { method: route.method as 'GET' });
      // What answers without a body cannot say why.
      const byRole = (): boolean => route.method === 'HEAD' || answer?.json<Problem>().params?.['reason'] === 'role';
      const refusedByRole = answer?.statusCode === 403 && byRole();
      expect([route.handler, refusedByRole]).toEqual([route.handler, !(permission in grants)]);
      expect(answer?.statusCode).not.toBe(500);
    }
  });

  describe('for an administrator without a membership', () => {
    let cookie: string;
    beforeAll(async () => {
      const personId = await addPerson(office, 'administrator@university.example');
      await office.sql(`UPDATE person SET administrator = true WHERE id = $1`, [personId]);
      cookie = await signIn(office, 'administrator@university.example');
    });

    it('opens exactly what the table of rights grants', async () => {
      for (const route of routes) {
        const permission = permissionOf(route);
        if (permission === null) continue;
        const answer = await call(route, cookie);
        const refusedByRole = answer.statusCode === 403 && answer.json<Problem>().params?.['reason'] === 'role';
        expect([route.handler, refusedByRole]).toEqual([route.handler, !(permission in GRANTS.administrator)]);
        expect(answer.statusCode).not.toBe(500);
      }
    });

    it('has no project that is not there', async () => {
      const answers = [];
      for (const route of routes.filter((candidate) => permissionOf(candidate) !== null)) {
        const url = addressOf({ ...route, path: route.path.replace(':projectId', uuid()) });
        const { statusCode } = await office.app.inject({ method: route.method, url, headers: { cookie } });
        if (statusCode !== 404) answers.push(`${route.method} ${route.path}: ${statusCode}`);
      }
      expect(answers).toEqual([]);
    });
  });

  it('keeps the server from starting when a handler says nothing about access', async () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get()
      open(): string {
        return 'open';
      }
    }
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers: [ForgottenController],
      providers: [RouteTable],
    }).compile();
    await expect(module.init()).rejects.toThrow(OpenHandlerError);
  });
});

describe('a membership', () => {
  it('that has ended opens nothing any more', async () => {
    const former = await strive.addMember('former@university.example', ['partner-coordinator'], 'PXU');
    await office.sql(`UPDATE membership SET active_to = '2024-06-30' WHERE id = $1`, [former.membershipId]);
    const cookie = await signIn(office, 'former@university.example');
    const answer = await office.app.inject({ url: `/api/projects/${strive.projectId}`, headers: { cookie } });
    expect(answer.statusCode).toBe(404);
  });

  it('in one project opens no other', async () => {
    const other = await importStrive(office, (file) => Object.assign(file.project, { grantNumber: '101000000', acronym: 'OTHER' }));
    const member = members.get('partner-coordinator');
    const foreign = `../${other.projectId}/deliverables/${other.idOf('D2.2')}`;
    expect((await member?.request(foreign))?.statusCode).toBe(404);
    const mixed = `deliverables/${other.idOf('D2.2')}`;
    expect((await member?.request(mixed))?.statusCode).toBe(404);
  });
});
