/** Roles that a person has in one project. `quality-board-member` combines with the others. */
export const PROJECT_ROLES = ['project-coordinator', 'partner-coordinator', 'contributor', 'quality-board-member', 'observer'] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];

/** `administrator` is the one role of the installation; it is given to a person, not to a membership. */
export type Role = ProjectRole | 'administrator';

export const PERMISSIONS = [
  'project.read',
  'people.read',
  'work-plan.read',
  'work-package.update-status',
  'task.update-status',
  'task.update-part',
  'deliverable.read',
  'deliverable.upload-version',
  'deliverable.answer-comment',
  'deliverable.open-review',
  'deliverable.review',
  'deliverable.confirm-check',
  'deliverable.sign-off',
  'deliverable.request-changes',
  'quality-board.manage',
  'deliverable.approve',
  'deliverable.submit',
  'deliverable.record-answer',
  'deliverable.justify',
  'milestone.report',
  'dependency.edit',
  'report.manage',
  'plan.edit',
  'amendment.read',
  'amendment.prepare',
  'amendment.step',
  'budget.read',
  'budget.manage',
  'expenditure.record',
  'expenditure.confirm',
  'distribution.confirm',
  'activity.read',
  'evidence.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * How far a permission reaches. `any`: every row of the project. `own`: rows that the person's beneficiary leads.
 * `not-own`: rows that another beneficiary leads (a board member never reviews the own institution's work).
 */
export type Scope = 'any' | 'own' | 'not-own';

type Grants = Partial<Record<Permission, Scope>>;

const READS: Grants = {
  'project.read': 'any',
  'people.read': 'any',
  'work-plan.read': 'any',
  'deliverable.read': 'any',
  'amendment.read': 'any',
  'budget.read': 'any',
  'activity.read': 'any',
};

const OWN_WORK: Grants = {
  'task.update-status': 'own',
  'task.update-part': 'own',
  'deliverable.upload-version': 'own',
  'deliverable.answer-comment': 'own',
};

/** A vote is for who sits on the panel of the round; the seat is asked for beside the role. */
const VOTES: Grants = {
  'deliverable.review': 'not-own',
  'deliverable.sign-off': 'not-own',
  'deliverable.request-changes': 'not-own',
};

/** Who coordinates for an institution sits on the steering committee, to which rounds go in the end. */
const OWN_LEADERSHIP: Grants = {
  ...OWN_WORK,
  ...VOTES,
  'work-package.update-status': 'own',
  'deliverable.open-review': 'own',
  'deliverable.justify': 'own',
  'milestone.report': 'own',
  'dependency.edit': 'own',
  'expenditure.record': 'own',
  'distribution.confirm': 'own',
};

/** Who may do what, and how far: the one table that API and web both read (handbook 2.1, 3.1, 6.2 no. 9 and 11). */
export const GRANTS: Readonly<Record<Role, Grants>> = {
  'project-coordinator': {
    ...READS,
    ...OWN_LEADERSHIP,
    'deliverable.open-review': 'any',
    'deliverable.confirm-check': 'any',
    'quality-board.manage': 'any',
    'deliverable.approve': 'any',
    'deliverable.submit': 'any',
    'deliverable.record-answer': 'any',
    'deliverable.justify': 'any',
    'milestone.report': 'any',
    'dependency.edit': 'any',
    'report.manage': 'any',
    'plan.edit': 'any',
    'amendment.prepare': 'any',
    'amendment.step': 'any',
    'budget.manage': 'any',
    'expenditure.confirm': 'any',
    'evidence.read': 'any',
  },
  'partner-coordinator': { ...READS, ...OWN_LEADERSHIP },
  contributor: { ...READS, ...OWN_WORK },
  'quality-board-member': {
    ...READS,
    ...VOTES,
    'deliverable.confirm-check': 'not-own',
    'quality-board.manage': 'any',
    'evidence.read': 'any',
  },
  observer: { ...READS, 'evidence.read': 'any' },
  administrator: { 'project.read': 'any', 'people.read': 'any', 'activity.read': 'any' },
};
