import type { DeliveredSession, DemoAccount, Me, ProjectMembership, SessionView } from '@office/contracts';
import type { Actor } from '@office/domain';
import { CONSORTIUM } from './consortium.js';
import { DEADLINE_ZONE, NOW, PROJECT_MONTHS, PROJECT_START, idOf } from './fixed.js';

/** A partner coordinator of QUI unless said otherwise. */
export const anActor = (overrides: Partial<Actor> = {}): Actor => ({
  personId: idOf('person', 4),
  roles: ['partner-coordinator'],
  beneficiaryId: CONSORTIUM.QUI.id,
  ...overrides,
});

/** The actor has the membership's roles and beneficiary unless it is given. */
export function aMembership(overrides: Partial<ProjectMembership> = {}): ProjectMembership {
  const roles = overrides.roles ?? ['partner-coordinator'];
  const beneficiary = overrides.beneficiary === undefined ? { ...CONSORTIUM.QUI, timeZone: 'Asia/Ho_Chi_Minh' } : overrides.beneficiary;
  return {
    projectId: idOf('project', 1),
    acronym: 'STRIVE',
    title: 'STRengthening Internationalization of Vietnamese Emerging universities',
    grantNumber: '101128558',
    startDate: PROJECT_START,
    durationMonths: PROJECT_MONTHS,
    deadlineTimeZone: DEADLINE_ZONE,
    demonstration: true,
    roles,
    beneficiary,
    actor: anActor({ roles, beneficiaryId: beneficiary?.id ?? null }),
    ...overrides,
  };
}

export const aMe = (overrides: Partial<Me> = {}): Me => ({
  person: {
    id: idOf('person', 4),
    name: 'Partner coordinator QUI',
    email: 'qui@strive.example',
    language: 'en',
    timeZone: 'Asia/Ho_Chi_Minh',
    administrator: false,
  },
  projects: [aMembership()],
  maxUploadBytes: 200_000_000,
  now: NOW,
  ...overrides,
});

export const aSession = (overrides: Partial<SessionView> = {}): SessionView => ({
  id: idOf('session', 1),
  current: true,
  createdAt: '2024-09-14T07:30:00.000Z',
  lastSeenAt: NOW,
  expiresAt: '2024-09-21T07:30:00.000Z',
  device: 'Firefox on Linux',
  ...overrides,
});

export const aDemoAccount = (overrides: Partial<DemoAccount> = {}): DemoAccount => ({
  email: 'qui@strive.example',
  password: 'strive-demo',
  name: 'Partner coordinator QUI',
  roles: ['partner-coordinator'],
  beneficiary: 'QUI',
  ...overrides,
});

export const aDeliveredSession = (overrides: Partial<DeliveredSession> = {}): DeliveredSession => ({
  me: aMe(),
  demoAccounts: [],
  ...overrides,
});
