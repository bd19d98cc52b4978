/** What the OpenAPI document says of a route beyond its address and permission; names are those of libs/contracts. */
export interface Operation {
  readonly summary: string;
  /** Contract of the JSON body. */
  readonly takes?: string;
  /** Contract whose properties are the query parameters. */
  readonly query?: string;
  readonly answers?: string | { readonly list: string } | { readonly page: string };
  /** Status of success; 200 unless said. */
  readonly status?: number;
  /** Whether a write needs `If-Match`. */
  readonly ifMatch?: true;
  /** A file comes in (multipart: `note`, then `file`) or goes out. */
  readonly file?: 'upload' | 'download';
}

const PROJECT = '/api/projects/:projectId';
const DELIVERABLE = `${PROJECT}/deliverables/:deliverableId`;
const ROUND = `${PROJECT}/review-rounds/:roundId`;

/** Every route of the API; a test fails when one is missing or one too many. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /api/health/live': { summary: 'The process answers' },
  'GET /api/health/ready': { summary: 'The database answers' },
  'POST /api/auth/login': { summary: 'Sign in; the answer sets the session cookie', takes: 'LoginRequest', answers: 'Me' },
  'POST /api/auth/logout': { summary: 'End the own session', status: 204 },
  'GET /api/auth/sessions': { summary: 'The own sessions, last used first', answers: { list: 'SessionView' } },
  'DELETE /api/auth/sessions/:sessionId': { summary: 'End one of the own sessions', status: 204 },
  'GET /api/me': { summary: 'The signed-in person, the own projects and the time', answers: 'Me' },
  'GET /api/projects': { summary: 'The own projects', answers: { list: 'ProjectMembership' } },
  [`GET ${PROJECT}`]: { summary: 'A project and its reporting periods', answers: 'ProjectView' },
  [`GET ${PROJECT}/consortium`]: { summary: 'Beneficiaries and people', answers: 'ConsortiumView' },
  [`GET ${PROJECT}/my-work`]: { summary: 'What the own institution owes the consortium', answers: 'MyWorkView' },
  [`GET ${PROJECT}/overview`]: { summary: 'How the project stands', answers: 'OverviewView' },
  [`GET ${PROJECT}/activity`]: { summary: 'The audit log, newest first', query: 'PageQuery', answers: { page: 'ActivityItem' } },
  [`GET ${PROJECT}/search`]: { summary: 'Find things by number or name', query: 'SearchQuery', answers: { list: 'SearchHit' } },
  [`GET ${PROJECT}/work-plan`]: {
    summary: 'Work packages with tasks, deliverables and milestones',
    query: 'WorkPlanQuery',
    answers: 'WorkPlanView',
  },
  [`GET ${PROJECT}/work-packages/:workPackageId`]: { summary: 'One work package with its tasks', answers: 'WorkPackagePlan' },
  [`PUT ${PROJECT}/work-packages/:workPackageId/status`]: {
    summary: 'Update the working status; the lead beneficiary only',
    takes: 'WorkStatusRequest',
    answers: 'WorkPackageView',
    ifMatch: true,
  },
  [`GET ${PROJECT}/work-packages/:workPackageId/status-updates`]: {
    summary: 'Diary of a work package, newest first',
    query: 'PageQuery',
    answers: { page: 'StatusUpdateView' },
  },
  [`GET ${PROJECT}/tasks/:taskId`]: { summary: 'One task', answers: 'TaskView' },
  [`PUT ${PROJECT}/tasks/:taskId/status`]: {
    summary: 'Update the working status; the lead beneficiary only',
    takes: 'WorkStatusRequest',
    answers: 'TaskView',
    ifMatch: true,
  },
  [`GET ${PROJECT}/tasks/:taskId/status-updates`]: {
    summary: 'Diary of a task, newest first',
    query: 'PageQuery',
    answers: { page: 'StatusUpdateView' },
  },
  [`GET ${PROJECT}/deliverables`]: { summary: 'Deliverables by due month', query: 'DeliverableQuery', answers: { page: 'DeliverableRow' } },
  [`GET ${DELIVERABLE}`]: { summary: 'One deliverable with versions, review rounds and history', answers: 'DeliverableView' },
  [`POST ${DELIVERABLE}/versions`]: {
    summary: 'Upload the next version',
    file: 'upload',
    answers: 'DeliverableView',
    status: 201,
    ifMatch: true,
  },
  [`GET ${DELIVERABLE}/versions/:versionId/file`]: { summary: 'Download a version', file: 'download' },
  [`POST ${DELIVERABLE}/review-rounds`]: {
    summary: 'Open the next round on the newest version',
    answers: 'DeliverableView',
    status: 201,
    ifMatch: true,
  },
  [`POST ${DELIVERABLE}/approval`]: { summary: 'Approve what the board signed off', answers: 'DeliverableView', ifMatch: true },
  [`POST ${DELIVERABLE}/submission`]: { summary: 'Record that it was submitted to EACEA', answers: 'DeliverableView', ifMatch: true },
  [`POST ${DELIVERABLE}/acceptance`]: { summary: "Record EACEA's acceptance", answers: 'DeliverableView', ifMatch: true },
  [`POST ${DELIVERABLE}/revision-request`]: {
    summary: "Record EACEA's request for a revision",
    takes: 'RevisionRequest',
    answers: 'DeliverableView',
    ifMatch: true,
  },
  [`GET ${PROJECT}/quality-board`]: { summary: 'Board, open and closed rounds', answers: 'QualityBoardView' },
  [`POST ${ROUND}/reviews`]: { summary: 'Send the own verdict, once', takes: 'ReviewRequest', answers: 'DeliverableView', status: 201 },
  [`POST ${ROUND}/sign-off`]: { summary: 'Sign off the version the board decided on', answers: 'DeliverableView', status: 201 },
  [`POST ${ROUND}/change-request`]: { summary: 'Send the version back as the board decided', answers: 'DeliverableView', status: 201 },
  [`GET ${PROJECT}/budget`]: { summary: 'Lump-sum shares as a matrix', query: 'BudgetQuery', answers: 'BudgetView' },
};
