import { contributorsOf, DEFAULT_BOARD_RULES, type Provenance } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { partInWords } from './board-rules.js';
import type { ProjectFile } from './project-file.js';
import type { ProjectRows, RowsOf } from './project-tables.js';

/** Invented in any part is invented; what says nothing comes from the agreement. */
export const provenanceOf = (source: string | undefined): Provenance => (source?.includes('demonstration') ? 'demonstration' : 'stated');

/** Ids of records by the names that the file calls them; the file was checked, so every name is known. */
class Ids {
  private readonly ids = new Map<string, string>();

  constructor(names: readonly string[]) {
    for (const name of names) this.ids.set(name, uuid());
  }

  of(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new RangeError('unchecked-name');
    return id;
  }
}

interface AllIds {
  readonly beneficiaries: Ids;
  readonly workPackages: Ids;
  readonly tasks: Ids;
  readonly deliverables: Ids;
  readonly milestones: Ids;
}

const numbered = (records: readonly { readonly number: string }[]): Ids => new Ids(records.map(({ number }) => number));

function beneficiaryRows(file: ProjectFile, ids: AllIds): Pick<ProjectRows, 'beneficiary' | 'beneficiary_alias'> {
  return {
    beneficiary: file.beneficiaries.map(({ shortName, localName, timeZone, source, aliases: _, ...rest }) => ({
      ...rest,
      id: ids.beneficiaries.of(shortName),
      short_name: shortName,
      local_name: localName,
      time_zone: timeZone,
      provenance: provenanceOf(source),
    })),
    beneficiary_alias: file.beneficiaries.flatMap(({ shortName, aliases }) =>
      aliases.map(({ name, validFrom = null, validTo = null }) => ({
        id: uuid(),
        beneficiary_id: ids.beneficiaries.of(shortName),
        name,
        valid_from: validFrom,
        valid_to: validTo,
      })),
    ),
  };
}

function ruleRows(file: ProjectFile): Pick<ProjectRows, 'body' | 'reporting_period'> {
  return {
    body: file.bodies.map(({ kind, name, quorum, majority, reviewDays }) => ({
      id: uuid(),
      kind,
      name,
      quorum_basis_points: partInWords(quorum),
      majority_basis_points: partInWords(majority),
      review_days: reviewDays ?? DEFAULT_BOARD_RULES.reviewDays,
    })),
    reporting_period: file.reportingPeriods.map(({ number, fromMonth, toMonth, kind, daysToReport, source }) => ({
      id: uuid(),
      number,
      from_month: fromMonth,
      to_month: toMonth,
      kind,
      days_to_report: daysToReport ?? 60,
      provenance: provenanceOf(source),
    })),
  };
}

function workRows(file: ProjectFile, ids: AllIds): Pick<ProjectRows, 'work_package' | 'task' | 'task_participant'> {
  return {
    work_package: file.workPackages.map((record, position) => ({
      id: ids.workPackages.of(record.number),
      position,
      number: record.number,
      title: record.title,
      objectives: record.objectives,
      lead_id: ids.beneficiaries.of(record.lead),
      start_month: record.startMonth,
      end_month: record.endMonth,
      provenance: provenanceOf(record.source),
    })),
    task: file.tasks.map((record, position) => ({
      id: ids.tasks.of(record.number),
      work_package_id: ids.workPackages.of(record.workPackage),
      position,
      number: record.number,
      title: record.title,
      lead_id: ids.beneficiaries.of(record.lead),
      start_month: record.startMonth,
      end_month: record.endMonth,
      provenance: provenanceOf(record.source),
    })),
    task_participant: file.tasks.flatMap(({ number, participants }) =>
      participants.map((name) => ({ task_id: ids.tasks.of(number), beneficiary_id: ids.beneficiaries.of(name) })),
    ),
  };
}

function milestoneRows(file: ProjectFile, ids: AllIds): Pick<ProjectRows, 'milestone' | 'milestone_work_package'> {
  return {
    milestone: file.milestones.map((record, position) => ({
      id: ids.milestones.of(record.number),
      position,
      number: record.number,
      title: record.title,
      lead_id: ids.beneficiaries.of(record.lead),
      due_month: record.dueMonth,
      means_of_verification: record.meansOfVerification,
      provenance: provenanceOf(record.source),
    })),
    milestone_work_package: file.milestones.flatMap(({ number, workPackages }) =>
      workPackages.map((name) => ({ milestone_id: ids.milestones.of(number), work_package_id: ids.workPackages.of(name) })),
    ),
  };
}

function contributorRows(file: ProjectFile, ids: AllIds): RowsOf<'deliverable_contributor'> {
  const tasks = file.tasks.map(({ workPackage, ...task }) => ({ ...task, workPackageNumber: workPackage }));
  return file.deliverables.flatMap(({ number, workPackage, lead, dueMonth, contributors }) =>
    (contributors ?? contributorsOf({ workPackageNumber: workPackage, lead, dueMonth }, tasks)).map((name) => ({
      deliverable_id: ids.deliverables.of(number),
      beneficiary_id: ids.beneficiaries.of(name),
    })),
  );
}

function deliverableRows(file: ProjectFile, ids: AllIds): Pick<ProjectRows, 'deliverable' | 'deliverable_contributor'> {
  return {
    deliverable: file.deliverables.map((record, position) => ({
      id: ids.deliverables.of(record.number),
      work_package_id: ids.workPackages.of(record.workPackage),
      position,
      number: record.number,
      title: record.title,
      lead_id: ids.beneficiaries.of(record.lead),
      type: record.type,
      dissemination_level: record.disseminationLevel,
      due_month: record.dueMonth,
      provenance: provenanceOf(record.source),
    })),
    deliverable_contributor: contributorRows(file, ids),
  };
}

function moneyRows(file: ProjectFile, ids: AllIds): Pick<ProjectRows, 'annex2_version' | 'lump_sum_share' | 'budget_line'> {
  const version = uuid();
  const cell = (record: { workPackage: string; beneficiary: string }): { work_package_id: string; beneficiary_id: string } => ({
    work_package_id: ids.workPackages.of(record.workPackage),
    beneficiary_id: ids.beneficiaries.of(record.beneficiary),
  });
  const { startDate, moneySource } = file.project;
  return {
    annex2_version: [{ id: version, number: 1, in_force_from: startDate, provenance: provenanceOf(moneySource) }],
    lump_sum_share: file.lumpSumShares.map((share) => ({ ...cell(share), annex2_version_id: version, amount_cents: share.amountCents })),
    budget_line: file.budgetLines.map((line) => ({ ...cell(line), category: line.category, amount_cents: line.amountCents })),
  };
}

/** The rows of the contract layer that a checked file becomes. */
export function projectRows(file: ProjectFile): ProjectRows {
  const ids: AllIds = {
    beneficiaries: new Ids(file.beneficiaries.map(({ shortName }) => shortName)),
    workPackages: numbered(file.workPackages),
    tasks: numbered(file.tasks),
    deliverables: numbered(file.deliverables),
    milestones: numbered(file.milestones),
  };
  return {
    ...beneficiaryRows(file, ids),
    ...ruleRows(file),
    ...workRows(file, ids),
    ...milestoneRows(file, ids),
    ...deliverableRows(file, ids),
    ...moneyRows(file, ids),
  };
}
