import type { PlanExport } from '../plan-export.js';
import { deliverablesTable, milestonesTable, workTable } from '../plan-tables.js';
import type { ExportWords } from '../words.js';
import { Paper } from './paper.js';
import { drawTable, measured, type MeasuredTable } from './table-part.js';
import { drawTimeline, timelinePages } from './timeline-part.js';
import { MonthScale } from './timeline-rows.js';

/** The plan on paper, as an annex takes it: the timeline, then the tables, each from a page of its own. */
export async function planPdf(plan: PlanExport, words: ExportWords): Promise<Uint8Array> {
  const { project, today } = plan;
  const paper = await Paper.open({
    title: `${words.project(project.acronym, project.grantNumber)}: ${words.title}`,
    subject: project.title,
    author: project.acronym,
    language: words.language,
    at: new Date(`${today}T00:00:00Z`),
  });
  const context = { paper, plan, words, scale: new MonthScale(plan) };
  const timeline = timelinePages(context);
  const tables: MeasuredTable[] = [];
  for (const table of [workTable(plan, words), deliverablesTable(plan, words), milestonesTable(plan, words)])
    tables.push(await measured(table, context));
  const total = timeline.length + tables.reduce((sum, { pages }) => sum + pages.length, 0);
  await drawTimeline(context, timeline, total);
  for (const table of tables) await drawTable(context, table, total);
  return paper.close();
}
