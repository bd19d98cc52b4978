import { BASELINE, barLook, INK, INK_SOFT, LINE, TODAY, WORK_PACKAGE } from '../looks.js';
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
export function drawLegend(paper: Paper, { legend }: ExportWords): void {
  const y = BODY.bottom + 6;
  let x: number = BODY.left;
  const entry = (word: string, symbol: (left: number) => void): void => {
    symbol(x);
    paper.text(word, x + 30, y, { size: 7.5, colour: INK });
    x += 30 + paper.width(word, { size: 7.5 }) + 18;
  };
  const bar = (left: number, { done, open }: { done: string; open: string }): void => {
    paper.rectangle(left, y + 1, 24, 7, open, 2);
    paper.rectangle(left, y + 1, 13, 7, done, 2);
  };
  entry(legend.workPackage, (left) => paper.rectangle(left, y + 2.5, 24, 4, WORK_PACKAGE, 2));
  entry(legend.task, (left) => bar(left, barLook({ timeliness: 'on-time' })));
  entry(legend.atRiskTask, (left) => bar(left, barLook({ timeliness: 'at-risk' })));
  entry(legend.lateTask, (left) => bar(left, barLook({ timeliness: 'late' })));
  entry(legend.doneTask, (left) => bar(left, barLook({ timeliness: 'done' })));
  entry(legend.baseline, (left) => paper.rectangle(left, y + 4, 24, 1.6, BASELINE));
  entry(legend.deliverable, (left) => paper.circle(left + 17, y + 4.5, 4, WORK_PACKAGE));
  entry(legend.milestone, (left) => paper.diamond(left + 17, y + 4.5, 5, WORK_PACKAGE));
  entry(legend.today, (left) => paper.line(left + 17, y - 1, left + 17, y + 10, TODAY, 1.2));
}
