import { dateIn, type PlainDate } from '@office/domain';
import type { Dossier } from '../../deliverables/deliverable-dossiers.js';
import type { ExportProject } from '../plan-export.js';
import type { Table, TableCell, TableColumn } from '../plan-tables.js';
import type { ExportWords } from '../words.js';

/** Deliverables as they go out, whatever the file: what was asked for and nothing else. */
export interface DeliverablesExport {
  readonly project: ExportProject;
  readonly today: PlainDate;
  readonly dossiers: readonly Dossier[];
  /** Address of a deliverable in the app; null where nobody told the server its own address. */
  linkTo(id: string): string | null;
}

export const deliverablesExport = (
  project: ExportProject,
  today: PlainDate,
  dossiers: readonly Dossier[],
  publicUrl: string | undefined,
): DeliverablesExport => ({
  ...{ project, today, dossiers },
  linkTo: (id) => (publicUrl === undefined ? null : `${publicUrl.replace(/\/+$/, '')}/p/${project.id}/deliverables/${id}`),
});

interface ColumnOf extends TableColumn {
  cell(dossier: Dossier): TableCell;
}

const text = (value: string): TableCell => ({ kind: 'text', text: value });

function contract(out: DeliverablesExport, words: ExportWords): ColumnOf[] {
  return [
    { column: 'number', width: 9, cell: ({ id, number }) => ({ kind: 'link', text: number, to: out.linkTo(id) }) },
    { column: 'title', width: 52, cell: ({ title }) => text(title) },
    { column: 'lead', width: 11, cell: ({ lead }) => text(lead.shortName) },
    { column: 'workPackage', width: 10, cell: ({ workPackage }) => text(workPackage.number) },
    { column: 'type', width: 8, cell: ({ type }) => text(type) },
    { column: 'dissemination', width: 13, cell: ({ disseminationLevel }) => text(disseminationLevel) },
    { column: 'dueMonth', width: 8, cell: ({ dueMonth }) => ({ kind: 'month', month: dueMonth }) },
    { column: 'dueDate', width: 13, cell: ({ dueOn }) => ({ kind: 'date', date: dueOn }) },
    { column: 'state', width: 18, cell: ({ state }) => text(words.deliverableState[state]) },
    { column: 'timeliness', width: 11, cell: ({ late }) => text(late ? words.late : '') },
    { column: 'portal', width: 11, cell: ({ portalState }) => text(words.portalState[portalState]) },
  ];
}

function work({ project }: DeliverablesExport): ColumnOf[] {
  const day = (instant: string | null | undefined): TableCell => ({
    kind: 'date',
    date: instant ? dateIn(project.deadlineTimeZone, new Date(instant)) : null,
  });
  return [
    { column: 'version', width: 9, cell: ({ latestVersion }) => text(latestVersion ?? '') },
    { column: 'file', width: 36, cell: ({ versions: [newest] }) => text(newest?.fileName ?? '') },
    { column: 'uploadedOn', width: 13, cell: ({ versions: [newest] }) => day(newest?.uploadedAt) },
    { column: 'signedOffOn', width: 13, cell: ({ signedOffAt }) => day(signedOffAt) },
    { column: 'submittedOn', width: 13, cell: ({ submittedAt }) => day(submittedAt) },
    { column: 'acceptedOn', width: 13, cell: ({ acceptedAt }) => day(acceptedAt) },
    { column: 'answer', width: 40, cell: ({ answerReason }) => text(answerReason ?? '') },
    { column: 'hash', width: 68, cell: ({ versions: [newest] }) => text(newest?.sha256 ?? '') },
  ];
}

/** One row for each deliverable: what the agreement says of it, how far it is, and its newest file. */
export function dossierTable(out: DeliverablesExport, words: ExportWords): Table {
  const columns = [...contract(out, words), ...work(out)];
  return {
    name: words.tables.deliverables,
    columns: columns.map(({ column, width }) => ({ column, width })),
    rows: out.dossiers.map((dossier) => ({ cells: columns.map((column) => column.cell(dossier)), stands: false })),
  };
}
