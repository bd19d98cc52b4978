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
  /** Contract of the events of a stream that stays open, by name. */
  readonly events?: string;
  /** A file comes in whole (multipart: `note`, then `file`) or piece by piece, or goes out. */
  readonly file?: 'upload' | 'piece' | 'download';
}

const PROJECT = '/api/projects/:projectId';
const DELIVERABLE = `${PROJECT}/deliverables/:deliverableId`;
const MILESTONE = `${PROJECT}/milestones/:milestoneId`;
const DEPENDENCY = `${PROJECT}/dependencies/:successorId/:predecessorId`;
const REPORT = `${PROJECT}/reports/:periodId`;
const CLAIM = `${REPORT}/work-packages/:workPackageId`;
const AMENDMENT = `${PROJECT}/amendments/:amendmentId`;
const PART = `${PROJECT}/tasks/:taskId/parts/:beneficiaryId`;
const UPLOAD = `${PROJECT}/uploads/:uploadId`;
const ROUND = `${PROJECT}/review-rounds/:roundId`;
const COMMENT = `${PROJECT}/review-comments/:commentId`;

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
  [`GET ${PROJECT}/live`]: { summary: 'What changes in the project, as server-sent events', query: 'LiveQuery', events: 'LiveEvents' },
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
  [`GET ${PROJECT}/work-plan/export.xlsx`]: {
    summary: 'The work plan as a workbook: table, timeline, deliverables, milestones; one export at a time for each person',
    query: 'WorkPlanExportQuery',
    file: 'download',
  },
  [`GET ${PROJECT}/work-plan/export.pdf`]: {
    summary: 'The work plan on A3 pages, timeline and tables; one export at a time for each person',
    query: 'WorkPlanExportQuery',
    file: 'download',
  },
  [`GET ${PART}`]: { summary: "A partner's own part of a task", answers: 'TaskPartView' },
  [`PUT ${PART}`]: {
    summary: 'Update the own part, with links as evidence; the people of the beneficiary only',
    takes: 'TaskPartRequest',
    answers: 'TaskPartView',
    ifMatch: true,
  },
  [`POST ${PART}/evidence`]: {
    summary: 'Add a file to the evidence of the own part',
    answers: 'TaskPartView',
    status: 201,
    ifMatch: true,
    file: 'upload',
  },
  [`DELETE ${PART}/evidence/:evidenceId`]: { summary: 'Take evidence of the own part away', answers: 'TaskPartView', ifMatch: true },
  [`GET ${PART}/evidence/:evidenceId/file`]: { summary: 'Download a file of the evidence', file: 'download' },
  [`GET ${PROJECT}/work-packages/:workPackageId/completion`]: {
    summary: 'Whose parts hold a work package up, and the lump sum that hangs on it',
    answers: 'CompletionView',
  },
  [`GET ${PROJECT}/work-packages/:workPackageId/diary`]: {
    summary: 'All that was said of a work package and its tasks, newest first; with two days, what changed between them',
    query: 'DiaryQuery',
    answers: 'WorkPackageDiaryView',
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
  [`GET ${MILESTONE}`]: { summary: 'One milestone', answers: 'MilestoneView' },
  [`POST ${MILESTONE}/achievement`]: {
    summary: 'Report that it is achieved, with its day and its proof',
    takes: 'AchievementRequest',
    answers: 'MilestoneView',
    ifMatch: true,
  },
  [`POST ${MILESTONE}/postponement`]: {
    summary: 'Report that it is not achieved, with a new estimate and the reason',
    takes: 'PostponementRequest',
    answers: 'MilestoneView',
    ifMatch: true,
  },
  [`PUT ${DEPENDENCY}`]: { summary: 'A task or deliverable depends on another; circles are refused', answers: 'DependsOnView' },
  [`DELETE ${DEPENDENCY}`]: { summary: 'It does not depend on it any more', answers: 'DependsOnView' },
  [`GET ${PROJECT}/reports`]: { summary: 'Reporting periods with what must be in by their deadlines', answers: 'ReportsView' },
  [`POST ${REPORT}/opening`]: { summary: 'EACEA has opened the report', answers: 'ReportView', ifMatch: true },
  [`POST ${REPORT}/preparation`]: {
    summary: 'Begin to prepare it, or go back to it when it was returned',
    answers: 'ReportView',
    ifMatch: true,
  },
  [`POST ${REPORT}/lock`]: { summary: 'Lock it for review; the check-list must be done', answers: 'ReportView', ifMatch: true },
  [`POST ${REPORT}/unlocking`]: { summary: 'Unlock it again', answers: 'ReportView', ifMatch: true },
  [`POST ${REPORT}/submission`]: { summary: 'Record that it was submitted to EACEA', answers: 'ReportView', ifMatch: true },
  [`POST ${REPORT}/return`]: {
    summary: 'Record that EACEA sent it back',
    takes: 'ReportReturnRequest',
    answers: 'ReportView',
    ifMatch: true,
  },
  [`POST ${REPORT}/acceptance`]: { summary: "Record EACEA's acceptance", answers: 'ReportView', ifMatch: true },
  [`PUT ${REPORT}/justifications/:deliverableId`]: {
    summary: 'Say why a deliverable is late; the version of the justification, 0 for the first',
    takes: 'JustificationRequest',
    answers: 'ReportView',
    ifMatch: true,
  },
  [`PUT ${CLAIM}/declaration`]: {
    summary: 'Declare a work package completed, partially completed or not; the version of the claim, 0 for the first',
    takes: 'DeclarationRequest',
    answers: 'ReportView',
    ifMatch: true,
  },
  [`POST ${CLAIM}/acceptance`]: {
    summary: "Record EACEA's acceptance of a work package",
    takes: 'ClaimAcceptanceRequest',
    answers: 'ReportView',
    ifMatch: true,
  },
  [`POST ${CLAIM}/partial-acceptance`]: {
    summary: 'Record that EACEA accepted a part, by beneficiary; only in the last period',
    takes: 'ClaimPartialAcceptanceRequest',
    answers: 'ReportView',
    ifMatch: true,
  },
  [`POST ${CLAIM}/rejection`]: {
    summary: "Record EACEA's rejection; the work package can be declared again later",
    takes: 'ClaimRejectionRequest',
    answers: 'ReportView',
    ifMatch: true,
  },
  [`POST ${CLAIM}/payment`]: {
    summary: 'Record that the accepted shares were paid',
    takes: 'ClaimPaymentRequest',
    answers: 'ReportView',
    ifMatch: true,
  },
  [`GET ${PROJECT}/cash`]: {
    summary: 'Payments, what partners got of them, and what keeps a partner from being paid',
    answers: 'CashView',
  },
  [`PUT ${PROJECT}/cash/terms`]: {
    summary: 'Terms of payment of the agreement; version 0 while the defaults stand',
    takes: 'PaymentTermsRequest',
    answers: 'CashView',
    ifMatch: true,
  },
  [`POST ${PROJECT}/payments`]: { summary: 'A payment is expected', takes: 'PaymentRequest', answers: 'CashView', status: 201 },
  [`PUT ${PROJECT}/payments/:paymentId`]: {
    summary: 'Change a payment that has not come',
    takes: 'PaymentRequest',
    answers: 'CashView',
    ifMatch: true,
  },
  [`POST ${PROJECT}/payments/:paymentId/receipt`]: {
    summary: 'Record what came; the parts are proposed by the shares',
    takes: 'ReceiptRequest',
    answers: 'CashView',
    ifMatch: true,
  },
  [`PUT ${PROJECT}/payments/:paymentId/distribution`]: {
    summary: 'Plan every part that was not sent',
    takes: 'DistributionRequest',
    answers: 'CashView',
    ifMatch: true,
  },
  [`POST ${PROJECT}/distributions/:distributionId/sending`]: {
    summary: 'Record that a part was sent; refused while the partner cannot be paid',
    takes: 'SendingRequest',
    answers: 'CashView',
    ifMatch: true,
  },
  [`POST ${PROJECT}/distributions/:distributionId/confirmation`]: {
    summary: 'The partner confirms that its part came',
    answers: 'CashView',
    ifMatch: true,
  },
  [`PUT ${PROJECT}/cash/partners/:beneficiaryId/accession`]: {
    summary: 'Record the accession to the agreement',
    takes: 'AccessionRequest',
    answers: 'CashView',
    ifMatch: true,
  },
  [`PUT ${PROJECT}/cash/partners/:beneficiaryId/approval`]: {
    summary: 'Record the approval of the national authority',
    takes: 'NationalApprovalRequest',
    answers: 'CashView',
    ifMatch: true,
  },
  [`GET ${PROJECT}/deliverables`]: {
    summary: "Deliverables by due month, with the person's own views of the list",
    query: 'DeliverableQuery',
    answers: 'DeliverablePage',
  },
  [`GET ${PROJECT}/deliverables/export.xlsx`]: {
    summary: 'The list of deliverables as a workbook; one export at a time for each person',
    query: 'DeliverableExportQuery',
    file: 'download',
  },
  [`GET ${PROJECT}/deliverables/export.csv`]: {
    summary: 'The list of deliverables for programmes: UTF-8, commas, dates as ISO 8601; one export at a time for each person',
    query: 'DeliverableExportQuery',
    file: 'download',
  },
  [`GET ${PROJECT}/deliverables/export.zip`]: {
    summary: 'Files of deliverables with lists of what they are, written while it is read; one export at a time for each person',
    query: 'DeliverableArchiveQuery',
    file: 'download',
  },
  [`POST ${PROJECT}/saved-views`]: {
    summary: 'Keep a view of the list of deliverables; answers all of the own',
    takes: 'SavedViewRequest',
    answers: { list: 'SavedView' },
    status: 201,
  },
  [`PUT ${PROJECT}/saved-views/:viewId`]: {
    summary: 'Rename a view, give it another filter, or make it the one that the list opens with; answers all of the own',
    takes: 'SavedViewRequest',
    answers: { list: 'SavedView' },
    ifMatch: true,
  },
  [`DELETE ${PROJECT}/saved-views/:viewId`]: { summary: 'Drop a view; answers the others', answers: { list: 'SavedView' }, ifMatch: true },
  [`GET ${DELIVERABLE}`]: { summary: 'One deliverable with versions, review rounds and history', answers: 'DeliverableView' },
  [`POST ${DELIVERABLE}/versions`]: {
    summary: 'Make finished uploads the next version; several go into one zip',
    takes: 'VersionRequest',
    answers: 'DeliverableView',
    status: 201,
    ifMatch: true,
  },
  [`POST ${PROJECT}/uploads`]: {
    summary: 'Begin an upload (tus 1.0.0): `Upload-Length`, `Upload-Metadata` with filename and deliverable; answers `Location`',
    status: 201,
  },
  [`HEAD ${UPLOAD}`]: { summary: 'How much of an upload has arrived: `Upload-Offset`' },
  [`PATCH ${UPLOAD}`]: { summary: 'Send the next piece, from `Upload-Offset` on', file: 'piece', status: 204 },
  [`DELETE ${UPLOAD}`]: { summary: 'Give an upload up', status: 204 },
  [`GET ${DELIVERABLE}/versions/:versionId/file`]: { summary: 'Download a version', file: 'download' },
  [`GET ${DELIVERABLE}/versions/:versionId/preview`]: {
    summary: 'The text of a version, and whether its pages can be shown',
    answers: 'PreviewView',
  },
  [`POST ${DELIVERABLE}/versions/:versionId/confirmations`]: {
    summary: 'Confirm a line of the check-list before sign-off',
    takes: 'ConfirmationRequest',
    answers: 'DeliverableView',
    status: 201,
  },
  [`GET ${DELIVERABLE}/comparison`]: { summary: 'What differs between two versions', query: 'ComparisonQuery', answers: 'ComparisonView' },
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
  [`PUT ${PROJECT}/quality-board/rules`]: {
    summary: 'Change the rules of the board, for rounds to come',
    takes: 'BoardRulesView',
    answers: 'QualityBoardView',
    ifMatch: true,
  },
  [`PUT ${PROJECT}/quality-board/members`]: {
    summary: 'Say who sits on the board, who in whose place, and who chairs it',
    takes: 'BoardMembersRequest',
    answers: 'QualityBoardView',
    ifMatch: true,
  },
  [`GET ${PROJECT}/quality-board/statistics`]: {
    summary: 'Time in each state, rounds, scores and load of the board',
    answers: 'BoardStatisticsView',
  },
  [`GET ${DELIVERABLE}/reviewers`]: {
    summary: 'Who is appointed, who could be, and whom a fair spread suggests',
    answers: 'ReviewerChoiceView',
  },
  [`PUT ${DELIVERABLE}/reviewers`]: {
    summary: 'Appoint the reviewers; whoever has a conflict is refused',
    takes: 'ReviewersRequest',
    answers: 'DeliverableView',
    ifMatch: true,
  },
  [`GET ${ROUND}/draft`]: { summary: 'The own draft of a review', answers: 'ReviewDraftView' },
  [`PUT ${ROUND}/draft`]: {
    summary: 'Keep the own draft; of two the one typed later',
    takes: 'ReviewDraftRequest',
    answers: 'ReviewDraftView',
  },
  [`DELETE ${ROUND}/draft`]: { summary: 'Forget the own draft', status: 204 },
  [`POST ${ROUND}/recusal`]: {
    summary: 'Declare a conflict of interest: no vote on this deliverable',
    takes: 'RecusalRequest',
    answers: 'DeliverableView',
    status: 201,
  },
  [`PUT ${COMMENT}/answer`]: { summary: 'Answer a comment as the lead', takes: 'CommentAnswerRequest', answers: 'DeliverableView' },
  [`PUT ${COMMENT}/agreement`]: {
    summary: 'Agree with the newest answer to a comment, or not',
    takes: 'CommentAgreementRequest',
    answers: 'DeliverableView',
  },
  [`POST ${ROUND}/reviews`]: { summary: 'Send the own verdict, once', takes: 'ReviewRequest', answers: 'DeliverableView', status: 201 },
  [`POST ${ROUND}/sign-off`]: {
    summary: 'Sign off the version the board decided on, with the own password once more',
    takes: 'SignOffRequest',
    answers: 'DeliverableView',
    status: 201,
  },
  [`POST ${ROUND}/change-request`]: { summary: 'Send the version back as the board decided', answers: 'DeliverableView', status: 201 },
  [`GET ${DELIVERABLE}/sign-off-certificate.pdf`]: {
    summary: 'The newest sign-off as a certificate that can be verified without the office',
    file: 'download',
  },
  'GET /api/seal-keys': { summary: 'Public keys that seals and certificates are signed with', answers: { list: 'SealKeyView' } },
  [`GET ${PROJECT}/evidence`]: { summary: 'What there is to be verified, and how long it has to be kept', answers: 'EvidenceOverview' },
  [`POST ${PROJECT}/evidence/verification`]: {
    summary: 'Say whether anything was altered, removed or reordered, and where; changes nothing',
    takes: 'VerificationRequest',
    answers: 'VerificationView',
  },
  [`GET ${PROJECT}/evidence/seals.json`]: { summary: 'All seals of the project, to be kept elsewhere', file: 'download' },
  [`GET ${PROJECT}/amendments`]: { summary: 'Amendments of the agreement, undecided first', answers: 'AmendmentsView' },
  [`POST ${PROJECT}/amendments`]: { summary: 'Prepare an amendment', takes: 'AmendmentRequest', answers: 'AmendmentView', status: 201 },
  [`GET ${AMENDMENT}`]: { summary: 'One amendment with what it changes, side by side', answers: 'AmendmentView' },
  [`PUT ${AMENDMENT}/changes`]: {
    summary: 'Rewrite a draft, on the plan as agreed now',
    takes: 'AmendmentRequest',
    answers: 'AmendmentView',
    ifMatch: true,
  },
  [`POST ${AMENDMENT}/consortium-approval`]: {
    summary: 'Record the decision of the consortium',
    takes: 'ConsortiumApprovalRequest',
    answers: 'AmendmentView',
    ifMatch: true,
  },
  [`POST ${AMENDMENT}/informal-check`]: {
    summary: 'Record what the project officer said informally',
    takes: 'InformalCheckRequest',
    answers: 'AmendmentView',
    ifMatch: true,
  },
  [`POST ${AMENDMENT}/submission`]: {
    summary: 'Record that the request was signed and submitted; 45 days run',
    takes: 'SubmissionRequest',
    answers: 'AmendmentView',
    ifMatch: true,
  },
  [`POST ${AMENDMENT}/acceptance`]: {
    summary: "Record EACEA's acceptance: the next version of the agreement",
    takes: 'AcceptanceRequest',
    answers: 'AmendmentView',
    ifMatch: true,
  },
  [`POST ${AMENDMENT}/rejection`]: {
    summary: "Record EACEA's rejection",
    takes: 'RejectionRequest',
    answers: 'AmendmentView',
    ifMatch: true,
  },
  [`POST ${AMENDMENT}/withdrawal`]: { summary: 'Withdraw before it is countersigned', answers: 'AmendmentView', ifMatch: true },
  [`POST ${AMENDMENT}/reopening`]: { summary: 'Open again as a draft on the plan as agreed now', answers: 'AmendmentView', ifMatch: true },
  [`GET ${PROJECT}/plan-changes`]: { summary: 'The plan as agreed, and what changes of it are judged by', answers: 'PlanEditView' },
  [`POST ${PROJECT}/plan-changes`]: {
    summary: 'Change the plan where no amendment is needed',
    takes: 'PlanChangesRequest',
    answers: 'PlanEditView',
    ifMatch: true,
  },
  [`POST ${PROJECT}/plan-changes/classification`]: {
    summary: 'What intended changes need, and why; nothing is written',
    takes: 'ClassificationRequest',
    answers: 'ClassificationView',
  },
  [`POST ${PROJECT}/agreement/signature`]: {
    summary: 'Lock the plan: it is version 0 of the agreement',
    takes: 'SignatureRequest',
    answers: 'PlanEditView',
    ifMatch: true,
  },
  [`GET ${PROJECT}/work-plan/versions`]: { summary: 'Versions of the agreement', answers: { list: 'PlanVersionRef' } },
  [`GET ${PROJECT}/work-plan/versions/:number`]: { summary: 'The plan of one version of the agreement', answers: 'PlanVersionView' },
  [`GET ${PROJECT}/budget`]: { summary: 'Lump-sum shares as a matrix', query: 'BudgetQuery', answers: 'BudgetView' },
};
