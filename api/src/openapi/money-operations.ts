import { PROJECT, type Operation } from './operation.js';

const REPORT = `${PROJECT}/reports/:periodId`;
const CLAIM = `${REPORT}/work-packages/:workPackageId`;

/** Routes of the reports to EACEA, of what is claimed in them, and of the money that follows. */
export const MONEY_OPERATIONS: Readonly<Record<string, Operation>> = {
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
  [`GET ${PROJECT}/budget`]: { summary: 'Lump-sum shares as a matrix', query: 'BudgetQuery', answers: 'BudgetView' },
};
