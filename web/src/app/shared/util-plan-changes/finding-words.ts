import type { PlanFinding, PlanFindingCode } from '@office/domain';
import { dateWords, monthLabel } from '../util-time/words';

type Params = PlanFinding['params'];

const text = (params: Params, key: string): string => String(params[key] ?? '');
const month = (params: Params, key: string): string => monthLabel(Number(params[key] ?? 0));
const subject = (params: Params): string => text(params, 'subject');
const span = (params: Params): string => `${month(params, 'startMonth')}–${month(params, 'endMonth')}`;

/** "Its months": reporting periods have no number of their own in the findings about their ends. */
function reversedWords(params: Params): string {
  return subject(params) === ''
    ? $localize`:@@finding.periodReversed:A reporting period would end before it starts (${span(params)}:months:).`
    : $localize`:@@finding.reversed:${subject(params)}:subject: would end before it starts.`;
}

function outsideWords(params: Params): string {
  const [row, workPackage] = [subject(params), text(params, 'workPackage')];
  return $localize`:@@finding.outside:${row}:subject: lies outside of ${workPackage}:workPackage: (${span(params)}:months:).`;
}

function outsideProjectWords(params: Params): string {
  const [row, last] = [subject(params), month(params, 'durationMonths')];
  return $localize`:@@finding.outsideProjectEnd:${row}:subject: in ${month(params, 'month')}:month: lies outside of the project (M1–${last}:last:).`;
}

const WORDS: Record<PlanFindingCode, (params: Params) => string> = {
  'number-missing': () => $localize`:@@finding.numberMissing:A row has no number.`,
  'number-repeated': (params) => $localize`:@@finding.numberRepeated:The number ${subject(params)}:subject: is given twice.`,
  'title-missing': (params) => $localize`:@@finding.titleMissing:${subject(params)}:subject: has no title.`,
  'months-reversed': reversedWords,
  'month-outside-project': outsideProjectWords,
  'duration-out-of-bounds': (params) => $localize`:@@finding.duration:A project lasts from 1 to ${text(params, 'max')}:max: months.`,
  'duration-unusual': (params) =>
    $localize`:@@finding.longDuration:The project would last ${text(params, 'months')}:months: months; even with an extension projects rarely last longer than ${text(params, 'usual')}:usual:.`,
  'lead-unknown': (params) => $localize`:@@finding.leadUnknown:The lead of ${subject(params)}:subject: is no beneficiary of the project.`,
  'beneficiary-unknown': (params) =>
    $localize`:@@finding.beneficiaryUnknown:${subject(params)}:subject: names somebody who is no beneficiary of the project.`,
  'beneficiary-repeated': (params) => $localize`:@@finding.beneficiaryRepeated:${subject(params)}:subject: names a beneficiary twice.`,
  'lead-repeated': (params) => $localize`:@@finding.leadRepeated:${subject(params)}:subject: names its lead again among the others.`,
  'work-package-unknown': (params) => $localize`:@@finding.workPackageUnknown:${subject(params)}:subject: belongs to no work package.`,
  'work-package-repeated': (params) => $localize`:@@finding.workPackageRepeated:${subject(params)}:subject: names a work package twice.`,
  'work-packages-missing': (params) =>
    $localize`:@@finding.workPackagesMissing:${subject(params)}:subject: needs at least one work package.`,
  'period-not-contiguous': (params) =>
    $localize`:@@finding.periodGap:A reporting period starts with ${month(params, 'fromMonth')}:month:, but ${month(params, 'expected')}:expected: comes next.`,
  'period-not-at-end': (params) =>
    $localize`:@@finding.periodEnd:The last reporting period ends with ${month(params, 'toMonth')}:month:, the project with ${month(params, 'durationMonths')}:last:.`,
  'periods-missing': () => $localize`:@@finding.periodsMissing:The project has no reporting period.`,
  'task-outside-work-package': outsideWords,
  'deliverable-outside-work-package': outsideWords,
  'milestone-outside-work-package': outsideWords,
  'lead-without-task': (params) => $localize`:@@finding.idleLead:The lead of ${subject(params)}:subject: takes part in none of its tasks.`,
  'last-period-not-final': () => $localize`:@@finding.notFinal:The last reporting period is not the final one.`,
  'subject-unknown': () => $localize`:@@finding.subjectUnknown:A change is about something that is not in the plan any more.`,
  'id-taken': () => $localize`:@@finding.idTaken:A change adds something that is in the plan already.`,
  'changes-nothing': () => $localize`:@@finding.changesNothing:This is as planned already.`,
  'split-outside-task': () => $localize`:@@finding.split:A task is split after one of its own months, not after its last.`,
  'work-package-not-empty': (params) =>
    $localize`:@@finding.notEmpty:A work package with something in it (${text(params, 'row')}:row:) cannot be removed.`,
  'work-package-has-share': () => $localize`:@@finding.hasShare:A work package with a lump-sum share cannot be removed.`,
  'work-reported': () =>
    $localize`:@@finding.reported:What was reported on stays: it is not removed, and months that EACEA has the report of do not move.`,
  'work-package-accepted': (params) =>
    $localize`:@@finding.accepted:EACEA accepted ${text(params, 'row')}:row:: nothing of it changes any more, not even by an amendment.`,
  'project-ended': (params) =>
    $localize`:@@finding.projectEnded:A change of the start, the duration or the reporting periods is asked for before the project ends (${dateWords(text(params, 'latest'))}:latest:).`,
  'has-version': () => $localize`:@@finding.hasVersion:A deliverable with an uploaded version cannot be removed.`,
};

/** What is wrong or odd about a plan, or keeps a change from being made, in one sentence. */
export const findingWords = ({ code, params }: PlanFinding): string => WORDS[code](params);
