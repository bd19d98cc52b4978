import { writeXlsx } from 'hucre/xlsx';
import { tableSheet } from '../xlsx/table-sheet.js';
import type { ExportWords } from '../words.js';
import { dossierTable, type DeliverablesExport } from './deliverables-export.js';

/** The list as a workbook of one sheet. */
export async function deliverablesWorkbook(out: DeliverablesExport, words: ExportWords): Promise<Uint8Array> {
  const { project, today } = out;
  const at = new Date(`${today}T00:00:00Z`);
  const sheet = tableSheet(dossierTable(out, words), out, words);
  return writeXlsx({
    sheets: [sheet],
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `'${sheet.name}'!$1:$1`, scope: sheet.name }],
    properties: {
      title: `${words.project(project.acronym, project.grantNumber)}: ${words.tables.deliverables}`,
      subject: project.title,
      creator: project.acronym,
      created: at,
      modified: at,
    },
    defaultFont: { name: 'Calibri', size: 10 },
  });
}
