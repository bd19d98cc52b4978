import type { AgreementInForce } from '@office/contracts';
import type { DeliverableState, MilestoneState, PlanFilter, PlanState, PortalState, Timeliness, WorkState } from '@office/domain';
import type { DELIVERABLE_LEGEND } from './looks.js';

/** Every word of the files that go out. A language is one more table of this shape. */
export interface ExportWords {
  /** BCP 47; documents name it as theirs. */
  readonly language: string;
  readonly title: string;
  readonly tables: Readonly<Record<'plan' | 'timeline' | 'deliverables' | 'milestones', string>>;
  readonly columns: Readonly<Record<Column, string>>;
  readonly workState: Readonly<Record<WorkState, string>>;
  readonly timeliness: Readonly<Record<Timeliness, string>>;
  readonly deliverableState: Readonly<Record<DeliverableState, string>>;
  readonly milestoneState: Readonly<Record<MilestoneState, string>>;
  readonly portalState: Readonly<Record<PortalState, string>>;
  readonly late: string;
  /** Not in the agreement as signed. */
  readonly added: string;
  readonly legend: Readonly<
    Record<'task' | 'atRiskTask' | 'lateTask' | 'doneTask' | 'workPackage' | 'baseline' | 'deliverable' | 'milestone' | 'today', string>
  >;
  /** What the colours of deliverables and milestones mean. */
  readonly legendStates: Readonly<Record<(typeof DELIVERABLE_LEGEND)[number] | 'late', string>>;
  /** Letters that stand for a deliverable and a milestone in a cell. */
  readonly marks: Readonly<Record<'deliverable' | 'milestone', string>>;
  /** The list of what lies in an archive of files. */
  readonly archiveIndex: Readonly<
    Record<'fileName' | 'number' | 'title' | 'version' | 'uploadedOn' | 'author' | 'size' | 'hash' | 'path', string>
  >;
  /** Why a file does not lie in an archive. */
  readonly withheld: Readonly<Record<'checking' | 'infected', string>>;
  readonly coFunded: string;
  readonly disclaimer: string;
  readonly nothing: string;
  project(acronym: string, grantNumber: string): string;
  /** Over a part of the document, which may be the plan itself. */
  heading(acronym: string, part: string): string;
  agreement(agreement: AgreementInForce): string;
  asOf(date: string, zone: string): string;
  filter(filter: PlanFilter): string;
  date(date: string): string;
  /** Short, for the head of a narrow column. */
  monthName(date: string): string;
  percent(whole: number): string;
  page(number: number | string, of: number | string): string;
  month(month: number): string;
  months(from: number, to: number): string;
  /** What a bar shows, for who hears it. */
  bar(of: { months: string; state: string; timeliness: string; progress: number }): string;
  /** `signed` is the due date of the agreement as signed, where that is another. */
  mark(of: { number: string; due: string; state: string; signed: string | null; added: boolean }): string;
}

export type Column =
  | 'number'
  | 'workPackage'
  | 'title'
  | 'lead'
  | 'participants'
  | 'startMonth'
  | 'startDate'
  | 'endMonth'
  | 'endDate'
  | 'dueMonth'
  | 'dueDate'
  | 'baseline'
  | 'state'
  | 'progress'
  | 'timeliness'
  | 'narrative'
  | 'verification'
  | 'achievedOn'
  | 'estimate'
  | 'reason'
  | 'row'
  | 'months'
  | 'type'
  | 'dissemination'
  | 'portal'
  | 'version'
  | 'file'
  | 'uploadedOn'
  | 'signedOffOn'
  | 'submittedOn'
  | 'acceptedOn'
  | 'answer'
  | 'hash';

const WORK_STATE: ExportWords['workState'] = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
};

const stateOf = (state: PlanState): string => (state === 'late' ? 'Late' : WORK_STATE[state]);

const filterWords = ({ year, partner, workPackage, state, text }: PlanFilter): string =>
  [
    ...(year === null ? [] : [`project year ${year}`]),
    ...(partner === null ? [] : [`partner ${partner}`]),
    ...(workPackage === null ? [] : [`work package ${workPackage}`]),
    ...(state === null ? [] : [`state: ${stateOf(state)}`]),
    ...(text === '' ? [] : [`text: “${text}”`]),
  ].join(', ');

function agreementWords({ locked, amendment }: AgreementInForce): string {
  if (!locked) return 'Plan in preparation, grant agreement not signed';
  return `Baseline: agreement as signed${amendment === 0 ? '' : ` · amendment ${amendment} in force`}`;
}

const TITLE = 'Work plan';
const ADDED = 'added';
const LANGUAGE = 'en-GB';
// Building a formatter costs far more than using it, and an export writes thousands of dates.
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const PERCENT = new Intl.NumberFormat(LANGUAGE, { style: 'percent' });
const atMidnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

export const ENGLISH: ExportWords = {
  language: LANGUAGE,
  title: TITLE,
  tables: { plan: TITLE, timeline: 'Timeline', deliverables: 'Deliverables', milestones: 'Milestones' },
  columns: {
    number: 'Number',
    workPackage: 'Work package',
    title: 'Title',
    lead: 'Lead',
    participants: 'Participants',
    startMonth: 'Start month',
    startDate: 'Starts on',
    endMonth: 'End month',
    endDate: 'Ends on',
    dueMonth: 'Due month',
    dueDate: 'Due on',
    baseline: 'As signed',
    state: 'State',
    progress: 'Progress',
    timeliness: 'Timeliness',
    narrative: 'Narrative',
    verification: 'Means of verification',
    achievedOn: 'Achieved on',
    estimate: 'New estimate',
    reason: 'Reason',
    row: 'Work package / task',
    months: 'Months',
    type: 'Type',
    dissemination: 'Dissemination',
    portal: 'EU portal',
    version: 'Version',
    file: 'File',
    uploadedOn: 'Uploaded on',
    signedOffOn: 'Signed off on',
    submittedOn: 'Submitted on',
    acceptedOn: 'Accepted on',
    answer: "EACEA's request",
    hash: 'SHA-256',
  },
  workState: WORK_STATE,
  timeliness: {
    planned: 'Planned',
    'should-have-started': 'Should have started',
    'on-time': 'On time',
    'at-risk': 'At risk',
    late: 'Late',
    done: 'Done',
  },
  deliverableState: {
    planned: 'Planned',
    drafting: 'Drafting',
    'in-review': 'In review',
    'changes-requested': 'Changes requested',
    'signed-off': 'Signed off',
    approved: 'Approved',
    submitted: 'Submitted',
    'revision-requested': 'Revision requested',
    accepted: 'Accepted',
  },
  portalState: { pending: 'Pending', draft: 'Draft', submitted: 'Submitted', accepted: 'Accepted' },
  milestoneState: { open: 'Open', 'not-achieved': 'Not achieved', achieved: 'Achieved' },
  late: 'Late',
  added: ADDED,
  legend: {
    task: 'task and its progress',
    atRiskTask: 'at risk or not started in time',
    lateTask: 'late task',
    doneTask: 'done',
    workPackage: 'work package',
    baseline: 'as signed',
    deliverable: 'deliverable',
    milestone: 'milestone',
    today: 'today',
  },
  legendStates: {
    planned: 'planned',
    drafting: 'drafting',
    'in-review': 'in review',
    'changes-requested': 'changes requested',
    'signed-off': 'signed off or further',
    late: 'late',
  },
  marks: { deliverable: 'D', milestone: 'M' },
  archiveIndex: {
    fileName: 'files.csv',
    number: 'Number',
    title: 'Title',
    version: 'Version',
    uploadedOn: 'Uploaded',
    author: 'By',
    size: 'Bytes',
    hash: 'SHA-256',
    path: 'File in this archive',
  },
  withheld: { checking: 'left out: is being checked for viruses', infected: 'left out: the virus scanner found something' },
  coFunded: 'Co-funded by the European Union',
  disclaimer:
    'Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or the European Education and Culture Executive Agency (EACEA). Neither the European Union nor EACEA can be held responsible for them.',
  nothing: 'Nothing in the plan is as was asked for.',
  project: (acronym, grantNumber) => `${acronym} · ${grantNumber}`,
  heading: (acronym, part) => (part === TITLE ? `${acronym} – ${TITLE}` : `${acronym} – ${TITLE} · ${part}`),
  agreement: agreementWords,
  asOf: (date, zone) => `As of ${date} (${zone})`,
  filter: (filter) => (filterWords(filter) === '' ? 'Whole plan' : `Only ${filterWords(filter)}`),
  date: (date) => `${Number(date.slice(8))} ${MONTH.format(atMidnight(date))} ${date.slice(0, 4)}`,
  monthName: (date) => MONTH.format(atMidnight(date)),
  percent: (whole) => PERCENT.format(whole / 100),
  page: (number, of) => `Page ${number} of ${of}`,
  month: (month) => `M${month}`,
  months: (from, to) => (from === to ? `M${from}` : `M${from}–M${to}`),
  bar: ({ months, state, timeliness, progress }) => `${months}: ${state}, ${progress} %, ${timeliness}`,
  mark: ({ number, due, state, signed, added }) =>
    `${number} due ${due}${signed === null ? '' : `, as signed ${signed}`}${added ? `, ${ADDED}` : ''}: ${state}`,
};
