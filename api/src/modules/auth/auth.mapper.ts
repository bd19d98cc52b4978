import type { Me, ProjectMembership, SessionView } from '@office/contracts';
import type { Actor } from '@office/domain';
import type { Settings } from '../../core/config/settings.js';
import type { MembershipRow, SessionListRow, SessionRow } from './session.repository.js';

/** Who the person is in one project: what every rule of access is asked with. */
export const actorOf = (session: SessionRow, membership: MembershipRow | undefined): Actor => ({
  personId: session.personId,
  roles: [...(membership?.roles ?? []), ...(session.administrator ? (['administrator'] as const) : [])],
  beneficiaryId: membership?.beneficiary?.id ?? null,
});

function membershipView(session: SessionRow, { membershipId: _, ...membership }: MembershipRow): ProjectMembership {
  return { ...membership, actor: actorOf(session, { membershipId: _, ...membership }) };
}

export const meOf = (session: SessionRow, { maxUploadBytes }: Settings, now: Date): Me => ({
  person: {
    id: session.personId,
    name: session.name,
    email: session.email,
    language: session.language,
    timeZone: session.timeZone,
    administrator: session.administrator,
  },
  projects: session.memberships.map((membership) => membershipView(session, membership)),
  maxUploadBytes,
  now: now.toISOString(),
});

export const sessionView = (row: SessionListRow, currentId: string): SessionView => ({
  id: row.id,
  current: row.id === currentId,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  device: row.device,
});
