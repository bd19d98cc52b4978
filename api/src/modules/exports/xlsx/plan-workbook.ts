import type { NamedRange, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PlanExport } from '../plan-export.js';
import { deliverablesTable, milestonesTable, workTable } from '../plan-tables.js';
import type { ExportWords } from '../words.js';
import { tableSheet } from './table-sheet.js';
import { timelineSheet } from './timeline-sheet.js';

const SHEETS: readonly ((plan: PlanExport, words: ExportWords) => WriteSheet)[] = [
  (plan, words) => tableSheet(workTable(plan, words), plan, words),
  timelineSheet,
  (plan, words) => tableSheet(deliverablesTable(plan, words), plan, words),
  (plan, words) => tableSheet(milestonesTable(plan, words), plan, words),
];

/**
 * Rows that each page repeats: the head that stays on screen. The library's own setting for it leaves the name of a sheet
 * without quotation marks, and Excel calls a file with `Work plan!$1:$1` damaged.
 */
const printTitles = ({ name, freezePane }: WriteSheet): NamedRange => ({
  name: '_xlnm.Print_Titles',
  range: `'${name.replaceAll("'", "''")}'!$1:$${freezePane?.rows ?? 1}`,
  scope: name,
});

/** The plan as a workbook: a table, a timeline, deliverables and milestones. Others are answered between the sheets. */
export async function planWorkbook(plan: PlanExport, words: ExportWords): Promise<Uint8Array> {
  const sheets: WriteSheet[] = [];
  for (const sheetOf of SHEETS) {
    sheets.push(sheetOf(plan, words));
    await nextTurn();
  }
  const at = new Date(`${plan.today}T00:00:00Z`);
  return writeXlsx({
    sheets,
    namedRanges: sheets.map(printTitles),
    properties: {
      title: `${words.project(plan.project.acronym, plan.project.grantNumber)}: ${words.title}`,
      subject: plan.project.title,
      description: `${words.agreement(plan.agreement)}. ${words.filter(plan.filter)}.`,
      creator: plan.project.acronym,
      created: at,
      modified: at,
    },
    defaultFont: { name: 'Calibri', size: 10 },
  });
}
