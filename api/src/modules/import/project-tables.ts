/** Columns of each table that an import fills, with the types that their values are read as. */
export const PROJECT_TABLES = {
  beneficiary: {
    id: 'uuid',
    number: 'integer',
    short_name: 'text',
    name: 'text',
    local_name: 'text',
    country: 'char(2)',
    city: 'text',
    website: 'text',
    role: 'text',
    time_zone: 'text',
    provenance: 'text',
  },
  beneficiary_alias: { id: 'uuid', beneficiary_id: 'uuid', name: 'text', valid_from: 'date', valid_to: 'date' },
  body: {
    id: 'uuid',
    kind: 'text',
    name: 'text',
    quorum_basis_points: 'integer',
    majority_basis_points: 'integer',
    review_days: 'integer',
  },
  reporting_period: {
    id: 'uuid',
    number: 'integer',
    from_month: 'integer',
    to_month: 'integer',
    kind: 'text',
    days_to_report: 'integer',
    provenance: 'text',
  },
  work_package: {
    id: 'uuid',
    position: 'integer',
    number: 'text',
    title: 'text',
    objectives: 'text',
    lead_id: 'uuid',
    start_month: 'integer',
    end_month: 'integer',
    provenance: 'text',
  },
  task: {
    id: 'uuid',
    work_package_id: 'uuid',
    position: 'integer',
    number: 'text',
    title: 'text',
    lead_id: 'uuid',
    start_month: 'integer',
    end_month: 'integer',
    provenance: 'text',
  },
  task_participant: { task_id: 'uuid', beneficiary_id: 'uuid' },
  milestone: {
    id: 'uuid',
    position: 'integer',
    number: 'text',
    title: 'text',
    lead_id: 'uuid',
    due_month: 'integer',
    means_of_verification: 'text',
    provenance: 'text',
  },
  milestone_work_package: { milestone_id: 'uuid', work_package_id: 'uuid' },
  deliverable: {
    id: 'uuid',
    work_package_id: 'uuid',
    position: 'integer',
    number: 'text',
    title: 'text',
    lead_id: 'uuid',
    type: 'text',
    dissemination_level: 'text',
    due_month: 'integer',
    provenance: 'text',
  },
  deliverable_contributor: { deliverable_id: 'uuid', beneficiary_id: 'uuid' },
  annex2_version: { id: 'uuid', number: 'integer', in_force_from: 'date', provenance: 'text' },
  lump_sum_share: { annex2_version_id: 'uuid', work_package_id: 'uuid', beneficiary_id: 'uuid', amount_cents: 'bigint' },
  budget_line: { work_package_id: 'uuid', beneficiary_id: 'uuid', category: 'text', amount_cents: 'bigint' },
} as const;

export type ProjectTable = keyof typeof PROJECT_TABLES;

type ColumnsOf<Table extends ProjectTable> = keyof (typeof PROJECT_TABLES)[Table];

/** Rows of one table, without the project that they all belong to. */
export type RowsOf<Table extends ProjectTable> = Readonly<Record<ColumnsOf<Table>, string | number | null>>[];

/** All rows of a project, table by table in the order in which they refer to each other. */
export type ProjectRows = { readonly [Table in ProjectTable]: RowsOf<Table> };
