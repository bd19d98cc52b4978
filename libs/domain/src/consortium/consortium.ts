/** Role of an organisation in the grant agreement (handbook 2.2). */
export const BENEFICIARY_ROLES = ['coordinator', 'beneficiary', 'affiliated-entity', 'associated-partner'] as const;
export type BeneficiaryRole = (typeof BENEFICIARY_ROLES)[number];

export const BODY_KINDS = ['steering-committee', 'quality-board'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Where a record comes from: published by the partners, or invented so that the app can be tried. */
export const PROVENANCES = ['stated', 'demonstration'] as const;
export type Provenance = (typeof PROVENANCES)[number];

export const REPORT_KINDS = ['periodic', 'progress', 'additional-prefinancing', 'final'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
