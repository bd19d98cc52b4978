import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivityItem, ConsortiumView, Page, ProjectView } from '@office/contracts';
import {
  EnrolmentRefusedError,
  EnrolmentService,
  type NewMembership,
  type NewPerson,
} from '../../src/modules/consortium/enrolment.service.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';
import { signIn } from '../support/people.js';

const GRANT = '101128558';
let office: TestOffice;
let strive: TestProject;
let member: Member;
beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office, (file) => {
    file['bodies'] = file['bodies']!.filter(({ kind }) => kind !== 'steering-committee');
  });
  member = await strive.addMember('member@university.example', ['partner-coordinator', 'quality-board-member'], 'QUI');
  await member.request('consortium');
});
afterAll(() => office.close());

describe('the project', () => {
  it('is told with the days that follow from its months', async () => {
    const project = (await member.request('')).json<ProjectView>();
    expect(project).toMatchObject({
      acronym: 'STRIVE',
      grantNumber: GRANT,
      startDate: '2024-01-01',
      endDate: '2027-12-31',
      maximumGrantCents: 40_000_000,
      provenance: 'stated',
    });
    expect(project.reportingPeriods.map(({ number, endsOn, reportDueOn }) => [number, endsOn, reportDueOn])).toEqual([
      [1, '2025-06-30', '2025-08-29'],
      [2, '2026-12-31', '2027-03-01'],
      [3, '2027-12-31', '2028-02-29'],
    ]);
  });
});

describe('partners and people', () => {
  it('come with names of before and what each partner leads', async () => {
    const view = (await member.request('consortium')).json<ConsortiumView>();
    expect(view.beneficiaries.map(({ shortName }) => shortName)).toEqual(['AL', 'HANU', 'PXU', 'QUI', 'APAG', 'UÉ', 'UNITUS']);
    expect(view.beneficiaries[4]).toMatchObject({
      shortName: 'APAG',
      country: 'VN',
      leads: { workPackages: 0, tasks: 1, deliverables: 1 },
    });
    expect(view.beneficiaries[4]?.aliases.map(({ name }) => name)).toContain('NAPA');
    expect(view.project.acronym).toBe('STRIVE');
  });

  it('show members of today with their roles and places, not those whose time has not come or is over', async () => {
    await strive.addMember('former@university.example', ['contributor'], 'AL');
    await office.sql(
      `UPDATE membership m SET active_to = active_from + interval '1 day' FROM person p WHERE p.id = m.person_id AND p.email = 'former@university.example'`,
    );
    const { people } = (await member.request('consortium')).json<ConsortiumView>();
    expect(people.map(({ email }) => email)).not.toContain('former@university.example');
    expect(people).toContainEqual(
      expect.objectContaining({
        email: 'member@university.example',
        roles: ['partner-coordinator', 'quality-board-member'],
        beneficiary: { id: strive.idOf('QUI'), shortName: 'QUI', name: 'Quang Ninh University of Industry' },
      }),
    );
  });
});

describe('a newcomer', () => {
  const enrol = (newcomer: Partial<NewPerson>) =>
    office.app
      .get(EnrolmentService)
      .enrol({ email: 'new@university.example', name: 'New', password: 'long enough for it', membership: null, ...newcomer });
  const membership = (more: Partial<NewMembership>): NewMembership => ({
    grantNumber: GRANT,
    roles: ['contributor'],
    beneficiary: 'HANU',
    seats: [],
    ...more,
  });

  it.each<[string, Partial<NewPerson>]>([
    ['password-too-short', { password: 'short' }],
    ['password-too-long', { password: 'x'.repeat(201) }],
    ['project-unknown', { membership: membership({ grantNumber: '1' }) }],
    ['beneficiary-unknown', { membership: membership({ beneficiary: 'MIT' }) }],
    ['beneficiary-needed', { membership: membership({ beneficiary: null }) }],
    ['body-unknown', { membership: membership({ seats: [{ body: 'steering-committee', chair: false }] }) }],
    ['role-needed', { membership: membership({ roles: [] }) }],
    ['email-taken', { email: 'Member@university.example' }],
  ])('is refused with %s, and no account is made', async (code, newcomer) => {
    const error = await enrol(newcomer).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EnrolmentRefusedError);
    expect((error as EnrolmentRefusedError).code).toBe(code);
    expect(await office.sql(`SELECT id FROM person WHERE email = 'new@university.example'`)).toEqual([]);
  });

  it('gets an account, a membership and a seat at once', async () => {
    const seats = [{ body: 'quality-board' as const, chair: true }];
    await enrol({ email: ' Chair@university.example ', membership: membership({ roles: ['quality-board-member'], seats }) });
    await signIn(office, 'chair@university.example', 'long enough for it');
    const { people } = (await member.request('consortium')).json<ConsortiumView>();
    expect(people).toContainEqual(
      expect.objectContaining({ email: 'chair@university.example', bodies: [{ kind: 'quality-board', chair: true }] }),
    );
  });

  it('is in the log by role and institution, not by name', async () => {
    await enrol({
      email: 'logged@university.example',
      name: 'Logged',
      membership: membership({ roles: ['contributor', 'quality-board-member'] }),
    });
    const log = (await member.request('activity?limit=1')).json<Page<ActivityItem>>();
    expect(log.items).toEqual([
      expect.objectContaining({
        event: 'member.enrolled',
        by: null,
        subject: { kind: 'project', id: strive.projectId, label: expect.stringMatching(/^STRIVE /) },
        detail: { role: 'contributor quality-board-member', beneficiary: 'HANU' },
      }),
    ]);
    expect(JSON.stringify(log)).not.toMatch(/logged/i);
  });

  it('may observe without a beneficiary', async () => {
    const enrolled = await enrol({
      email: 'observer@university.example',
      membership: membership({ roles: ['observer'], beneficiary: null }),
    });
    expect(enrolled).toMatchObject({ projectId: strive.projectId, beneficiaryId: null });
  });
});
