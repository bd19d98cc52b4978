import type { Actor, ProjectRole } from '@office/domain';

export interface LoginRequest {
  email: string;
  password: string;
}

/** One project that the person belongs to, as the frame of the app shows it. */
export interface ProjectMembership {
  projectId: string;
  acronym: string;
  title: string;
  grantNumber: string;
  /** `YYYY-MM-DD` */
  startDate: string;
  durationMonths: number;
  /** Time zone that EU deadlines are meant in. */
  deadlineTimeZone: string;
  demonstration: boolean;
  roles: ProjectRole[];
  beneficiary: { id: string; shortName: string; name: string; timeZone: string } | null;
  /** What `can()` of the domain takes, roles of the installation included. */
  actor: Actor;
}

export interface Me {
  person: { id: string; name: string; email: string; language: string; timeZone: string; administrator: boolean };
  projects: ProjectMembership[];
  /** Largest file that is taken. */
  maxUploadBytes: number;
  /** The server's clock (ISO instant): "today" on every page comes from it. */
  now: string;
}

export interface SessionView {
  id: string;
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  /** Browser and system in words. */
  device: string;
}

/** Accounts that the login page of a demonstration installation offers; empty elsewhere. */
export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  roles: ProjectRole[];
  beneficiary: string | null;
}

/** What the page is delivered with, so that the frame needs no request of its own: `<script id="session">`. */
export interface DeliveredSession {
  me: Me | null;
  demoAccounts: DemoAccount[];
}
