import type { Timeliness } from '@office/domain';
import { BASELINE, barLook, DELIVERABLE_LEGEND, deliverableColour, INK, INK_SOFT, LINE, TODAY, WORK_PACKAGE } from '../looks.js';
import type { PlanExport } from '../plan-export.js';
import type { ExportWords } from '../words.js';
import { PAGE, type Paper, type TextLook } from './paper.js';

const RIGHT = PAGE.width - PAGE.margin;
const HEAD_HEIGHT = 58;
const FOOT_HEIGHT = 46;

/** Where the body of a page begins and ends. */
export const BODY = {
  left: PAGE.margin,
  right: RIGHT,
  top: PAGE.margin + HEAD_HEIGHT,
  bottom: PAGE.height - PAGE.margin - FOOT_HEIGHT,
} as const;

const TITLE: TextLook = { face: 'bold', size: 15, colour: INK };
const FACTS: TextLook = { size: 8.5, colour: INK_SOFT };
const LEGEND: TextLook = { size: 7.2, colour: INK };
const SMALL: TextLook = { size: 6.5, colour: INK_SOFT };

function drawHead(paper: Paper, plan: PlanExport, words: ExportWords, part: string): void {
  const { project, agreement, filter, today } = plan;
  const top = PAGE.margin;
  paper.text(words.heading(project.acronym, part), PAGE.margin, top, TITLE);
  paper.text(paper.wrapped(project.title, 800, FACTS)[0] ?? '', PAGE.margin, top + 21, FACTS);
  const facts = [words.project(project.acronym, project.grantNumber), words.agreement(agreement), words.filter(filter)];
  paper.text(facts.join('  ·  '), PAGE.margin, top + 34, FACTS);
  paper.textBefore(words.asOf(words.date(today), project.deadlineTimeZone), RIGHT, top + 4, { ...FACTS, colour: INK });
}

function drawFoot(paper: Paper, words: ExportWords, pages: number): void {
  const top = PAGE.height - PAGE.margin - 22;
  paper.line(PAGE.margin, top - 5, RIGHT, top - 5, LINE);
  paper.text(words.coFunded, PAGE.margin, top, { ...SMALL, face: 'bold', size: 7.5 });
  paper.text(words.disclaimer, PAGE.margin, top + 11, SMALL);
  paper.textBefore(words.page(paper.page, pages), RIGHT, top, { ...SMALL, size: 7.5, colour: INK });
}

/** A new page with its head and foot; the first of a part says its heading to who listens. */
export function addFramedPage(paper: Paper, plan: PlanExport, words: ExportWords, { part, pages, first }: PageFacts): void {
  paper.addPage();
  const head = (): void => drawHead(paper, plan, words, part);
  if (first) {
    paper.bookmark(part);
    paper.content(null, 'H1', head);
  } else paper.decoration(head);
  paper.decoration(() => drawFoot(paper, words, pages));
}

interface PageFacts {
  readonly part: string;
  readonly pages: number;
  readonly first: boolean;
}

/** What the shapes and colours of the timeline mean, in one line above the foot. */
export function drawLegend(paper: Paper, { legend, legendStates }: ExportWords): void {
  const y = BODY.bottom + 6;
  const middle = y + 4.5;
  let x: number = BODY.left;
  const entry = (word: string, width: number, draw: (left: number) => void): void => {
    draw(x);
    paper.text(word, x + width + 4, y, LEGEND);
    x += width + 4 + paper.width(word, LEGEND) + 12;
  };
  const bar = (word: string, timeliness: Timeliness): void => {
    const { done, open } = barLook({ timeliness });
    entry(word, 20, (left) => {
      paper.rectangle(left, y + 1, 20, 7, open, 2);
      paper.rectangle(left, y + 1, 11, 7, done, 2);
    });
  };
  entry(legend.workPackage, 20, (left) => paper.rectangle(left, y + 2.5, 20, 4, WORK_PACKAGE, 2));
  bar(legend.task, 'on-time');
  bar(legend.atRiskTask, 'at-risk');
  bar(legend.lateTask, 'late');
  bar(legend.doneTask, 'done');
  entry(legend.baseline, 20, (left) => paper.rectangle(left, y + 4, 20, 1.6, BASELINE));
  entry(legend.today, 4, (left) => paper.line(left + 2, y - 1, left + 2, y + 10, TODAY, 1.2));
  entry(legend.milestone, 9, (left) => paper.diamond(left + 4.5, middle, 4.5, WORK_PACKAGE));
  entry(legend.deliverable, 8, (left) => paper.circle(left + 4, middle, 3.5, WORK_PACKAGE));
  for (const state of DELIVERABLE_LEGEND)
    entry(legendStates[state], 8, (left) => paper.circle(left + 4, middle, 3.5, deliverableColour({ state, late: false })));
  entry(legendStates.late, 8, (left) => paper.circle(left + 4, middle, 3.5, deliverableColour({ state: 'planned', late: true })));
}
