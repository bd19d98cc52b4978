import { Injectable } from '@nestjs/common';
import type { Plan, PlanPeriod, Provenance } from '@office/domain';
import type { Transaction } from '../../core/database/transaction.js';
import { ProblemError } from '../../core/http/problem.js';
import { KEPT_BY_WORK, KEPT_PERIODS } from './plan-state.sql.js';

type Columns = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface PlanTable {
  readonly table: string;
  readonly columns: Columns;
  /** Rows of a plan as this table keeps them. */
  readonly rowsOf: (plan: Plan) => Row[];
  /** The row that work starts from, where there is one from the beginning. */
  readonly status?: { readonly table: string; readonly key: string };
  /** Tables whose rows go with a removed row. */
  readonly parts: readonly { readonly table: string; readonly key: string }[];
}

const COMMON: Columns = { id: 'uuid', position: 'integer', number: 'text', title: 'text', lead_id: 'uuid' };

const WORK_PACKAGE: PlanTable = {
  table: 'work_package',
  columns: { ...COMMON, objectives: 'text', start_month: 'integer', end_month: 'integer' },
  rowsOf: ({ workPackages }) =>
    workPackages.map(({ leadId: lead_id, startMonth: start_month, endMonth: end_month, ...row }, position) => {
      return { ...row, position, lead_id, start_month, end_month };
    }),
  status: { table: 'work_package_status', key: 'work_package_id' },
  parts: [],
};

const TASK: PlanTable = {
  table: 'task',
  columns: { ...COMMON, work_package_id: 'uuid', start_month: 'integer', end_month: 'integer' },
  rowsOf: ({ tasks }) =>
    tasks.map(({ id, number, title, leadId: lead_id, workPackageId: work_package_id, startMonth, endMonth }, position) => {
      return { id, number, title, position, lead_id, work_package_id, start_month: startMonth, end_month: endMonth };
    }),
  status: { table: 'task_status', key: 'task_id' },
  parts: [{ table: 'task_participant', key: 'task_id' }],
};

const DELIVERABLE: PlanTable = {
  table: 'deliverable',
  columns: { ...COMMON, work_package_id: 'uuid', type: 'text', dissemination_level: 'text', due_month: 'integer' },
  rowsOf: ({ deliverables }) =>
    deliverables.map(({ id, number, title, type, leadId, workPackageId, disseminationLevel, dueMonth }, position) => {
      const months = { due_month: dueMonth, dissemination_level: disseminationLevel };
      return { id, number, title, type, position, lead_id: leadId, work_package_id: workPackageId, ...months };
    }),
  status: { table: 'deliverable_status', key: 'deliverable_id' },
  parts: [{ table: 'deliverable_contributor', key: 'deliverable_id' }],
};

const MILESTONE: PlanTable = {
  table: 'milestone',
  columns: { ...COMMON, due_month: 'integer', means_of_verification: 'text' },
  rowsOf: ({ milestones }) =>
    milestones.map(({ id, number, title, leadId: lead_id, dueMonth: due_month, meansOfVerification }, position) => {
      return { id, number, title, position, lead_id, due_month, means_of_verification: meansOfVerification };
    }),
  parts: [{ table: 'milestone_work_package', key: 'milestone_id' }],
};

/** Those that others refer to first; rows go in the opposite order. */
const TABLES = [WORK_PACKAGE, TASK, DELIVERABLE, MILESTONE];

interface Links {
  readonly table: string;
  readonly key: string;
  readonly other: string;
  readonly of: (plan: Plan) => readonly { readonly id: string; readonly others: readonly string[] }[];
}

const LINKS: readonly Links[] = [
  {
    table: 'task_participant',
    key: 'task_id',
    other: 'beneficiary_id',
    of: ({ tasks }) => tasks.map(({ id, participantIds }) => ({ id, others: participantIds })),
  },
  {
    table: 'deliverable_contributor',
    key: 'deliverable_id',
    other: 'beneficiary_id',
    of: ({ deliverables }) => deliverables.map(({ id, contributorIds }) => ({ id, others: contributorIds })),
  },
  {
    table: 'milestone_work_package',
    key: 'milestone_id',
    other: 'work_package_id',
    of: ({ milestones }) => milestones.map(({ id, workPackageIds }) => ({ id, others: workPackageIds })),
  },
];

const upsertOf = ({ table, columns }: PlanTable): string => {
  const names = Object.keys(columns);
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  const changed = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return `INSERT INTO ${table} (project_id, provenance, ${names.join(', ')})
    SELECT $1::uuid, $3, ${names.join(', ')} FROM json_to_recordset($2::json) AS row (${typed.join(', ')})
    ON CONFLICT (project_id, id) DO UPDATE SET ${changed.join(', ')}`;
};

/** Rows that are new or differ. */
function changedRows(before: readonly Row[], after: readonly Row[]): Row[] {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  return after.filter((row) => known.get(row.id) !== JSON.stringify(row));
}

function removedIds(before: readonly Row[], after: readonly Row[]): string[] {
  const kept = new Set(after.map(({ id }) => id));
  return before.map(({ id }) => id).filter((id) => !kept.has(id));
}

/** Numbers of the periods that go, and of those whose days become others. */
function changedPeriods(before: Plan, after: Plan): { gone: number[]; moved: number[] } {
  const days = (plan: Plan, period: PlanPeriod): string => [plan.startDate, period.fromMonth, period.toMonth].join();
  const later = new Map(after.reportingPeriods.map((period) => [period.number, days(after, period)]));
  const changed = before.reportingPeriods.filter((period) => later.get(period.number) !== days(before, period)).map(({ number }) => number);
  return { gone: changed.filter((number) => !later.has(number)), moved: changed.filter((number) => later.has(number)) };
}

/** Makes the tables of the plan another plan: what stays keeps its id, and with it its status, files and history. */
@Injectable()
export class PlanWriter {
  async write(t: Transaction, projectId: string, before: Plan, after: Plan, provenance: Provenance): Promise<void> {
    await this.lockWork(t, projectId);
    await this.lockPeriods(t, projectId, before, after);
    await this.writeProject(t, projectId, before, after);
    for (const table of TABLES) await this.freeNumbers(t, projectId, table, before, after);
    for (const table of TABLES) await this.writeRows(t, projectId, table, before, after, provenance);
    for (const links of LINKS) await this.writeLinks(t, projectId, links, before, after);
    for (const table of TABLES.toReversed()) await this.removeRows(t, projectId, table, before, after);
  }

  /**
   * Who reports holds a status and then needs its row: statuses come first here as well, tasks before work packages, or the
   * two would wait for each other. Nobody says more of a row until the plan is written.
   */
  private async lockWork(t: Transaction, projectId: string): Promise<void> {
    for (const { table, key } of [TASK, WORK_PACKAGE, DELIVERABLE].flatMap(({ status }) => status ?? [])) {
      await t.rows(`SELECT FROM ${table} WHERE project_id = $1 ORDER BY ${key} FOR UPDATE`, [projectId]);
    }
  }

  /** Whoever reports holds the period: a report may have been begun or submitted since the change was judged. */
  private async lockPeriods(t: Transaction, projectId: string, before: Plan, after: Plan): Promise<void> {
    const { gone, moved } = changedPeriods(before, after);
    if (gone.length + moved.length === 0) return;
    const numbers = [...gone, ...moved];
    await t.rows(`SELECT FROM reporting_period WHERE project_id = $1 AND number = ANY($2) ORDER BY number FOR UPDATE`, [
      projectId,
      numbers,
    ]);
    if ((await t.rows(KEPT_PERIODS, [projectId, gone, moved])).length > 0) throw new ProblemError('state-changed');
  }

  private async writeProject(t: Transaction, projectId: string, before: Plan, after: Plan): Promise<void> {
    if (before.startDate !== after.startDate || before.durationMonths !== after.durationMonths) {
      await t.rows(`UPDATE project SET start_date = $2, duration_months = $3 WHERE id = $1`, [
        projectId,
        after.startDate,
        after.durationMonths,
      ]);
    }
    if (JSON.stringify(before.reportingPeriods) === JSON.stringify(after.reportingPeriods)) return;
    const values = [projectId, JSON.stringify(after.reportingPeriods)];
    await t.rows(
      `INSERT INTO reporting_period (project_id, id, number, from_month, to_month, kind, days_to_report, provenance)
       SELECT $1::uuid, gen_random_uuid(), number, "fromMonth", "toMonth", kind, "daysToReport", 'stated'
       FROM json_to_recordset($2::json) AS row (number integer, "fromMonth" integer, "toMonth" integer, kind text, "daysToReport" integer)
       ON CONFLICT (project_id, number) DO UPDATE
       SET from_month = excluded.from_month, to_month = excluded.to_month, kind = excluded.kind, days_to_report = excluded.days_to_report`,
      values,
    );
    await t.rows(
      `DELETE FROM reporting_period WHERE project_id = $1
       AND number NOT IN (SELECT number FROM json_to_recordset($2::json) AS row (number integer))`,
      values,
    );
  }

  /** Numbers are unique at every moment: what gives one up does so before another takes it. */
  private async freeNumbers(t: Transaction, projectId: string, table: PlanTable, before: Plan, after: Plan): Promise<void> {
    const later = new Map(table.rowsOf(after).map(({ id, number }) => [id, number]));
    const given = table
      .rowsOf(before)
      .filter(({ id, number }) => later.get(id) !== number)
      .map(({ id }) => id);
    if (given.length === 0) return;
    await t.rows(`UPDATE ${table.table} SET number = '~' || id WHERE project_id = $1 AND id = ANY($2)`, [projectId, given]);
  }

  private async writeRows(
    t: Transaction,
    projectId: string,
    table: PlanTable,
    before: Plan,
    after: Plan,
    provenance: Provenance,
  ): Promise<void> {
    const rows = changedRows(table.rowsOf(before), table.rowsOf(after));
    if (rows.length === 0) return;
    await t.rows(upsertOf(table), [projectId, JSON.stringify(rows), provenance]);
    if (!table.status) return;
    const { table: status, key } = table.status;
    await t.rows(
      `INSERT INTO ${status} (project_id, ${key}) SELECT $1::uuid, id FROM unnest($2::uuid[]) AS row (id) ON CONFLICT DO NOTHING`,
      [projectId, rows.map(({ id }) => id)],
    );
  }

  private async writeLinks(t: Transaction, projectId: string, links: Links, before: Plan, after: Plan): Promise<void> {
    const { table, key, other } = links;
    const known = new Map(links.of(before).map(({ id, others }) => [id, JSON.stringify(others)]));
    const changed = links.of(after).filter(({ id, others }) => known.get(id) !== JSON.stringify(others));
    if (changed.length === 0) return;
    await t.rows(`DELETE FROM ${table} WHERE project_id = $1 AND ${key} = ANY($2)`, [projectId, changed.map(({ id }) => id)]);
    const pairs = changed.flatMap(({ id, others }) => others.map((one) => ({ id, one })));
    await t.rows(
      `INSERT INTO ${table} (project_id, ${key}, ${other})
       SELECT $1::uuid, id, one FROM json_to_recordset($2::json) AS row (id uuid, one uuid)`,
      [projectId, JSON.stringify(pairs)],
    );
  }

  private async removeRows(t: Transaction, projectId: string, table: PlanTable, before: Plan, after: Plan): Promise<void> {
    const gone = removedIds(table.rowsOf(before), table.rowsOf(after));
    if (gone.length === 0) return;
    await this.assertUntouched(t, projectId, gone);
    for (const { table: part, key } of [...table.parts, ...(table.status ? [table.status] : [])]) {
      await t.rows(`DELETE FROM ${part} WHERE project_id = $1 AND ${key} = ANY($2)`, [projectId, gone]);
    }
    await t.rows(`DELETE FROM ${table.table} WHERE project_id = $1 AND id = ANY($2)`, [projectId, gone]);
  }

  /** Somebody may have reported on the row since it was judged. */
  private async assertUntouched(t: Transaction, projectId: string, ids: readonly string[]): Promise<void> {
    if ((await t.rows(KEPT_BY_WORK, [projectId, ids])).length > 0) throw new ProblemError('state-changed');
  }
}
