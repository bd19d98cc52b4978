import { isPlainDate } from '@office/domain';
import { partInWords } from './board-rules.js';
import { errorAt, warningAt, type ImportFinding, type Span } from './finding.js';
import type { BeneficiaryRecord, BodyRecord, ProjectFile, ReportingPeriodRecord } from './project-file.js';

/** Values that occur more than once, each named at its second place. */
export const repeated = (values: readonly (string | number)[], rule: string): ImportFinding[] =>
  values.filter((value, index) => values.indexOf(value) !== index).map((value) => errorAt(String(value), rule));

function checkProject({ project }: ProjectFile): ImportFinding[] {
  return isPlainDate(project.startDate) ? [] : [errorAt('project', 'start-date-not-in-calendar', { startDate: project.startDate })];
}

function aliasFindings(beneficiary: BeneficiaryRecord): ImportFinding[] {
  return beneficiary.aliases.flatMap(({ name, validFrom, validTo }) => {
    const wrong = [validFrom, validTo].filter((date) => date !== undefined && !isPlainDate(date)).length > 0;
    if (wrong) return [errorAt(beneficiary.shortName, 'alias-date-not-in-calendar', { alias: name })];
    const reversed = validFrom !== undefined && validTo !== undefined && validFrom > validTo;
    return reversed ? [errorAt(beneficiary.shortName, 'alias-dates-reversed', { alias: name })] : [];
  });
}

function checkBeneficiaries({ beneficiaries }: ProjectFile): ImportFinding[] {
  const coordinators = beneficiaries.filter(({ role }) => role === 'coordinator');
  return [
    ...repeated(
      beneficiaries.map(({ number }) => number),
      'beneficiary-number-repeated',
    ),
    ...repeated(
      beneficiaries.map(({ shortName }) => shortName),
      'short-name-repeated',
    ),
    ...(coordinators.length === 0 ? [errorAt('beneficiaries', 'coordinator-missing')] : []),
    ...coordinators.slice(1).map(({ shortName }) => errorAt(shortName, 'coordinator-repeated')),
    ...beneficiaries.flatMap(aliasFindings),
  ];
}

function checkBody(body: BodyRecord, beneficiaries: readonly BeneficiaryRecord[]): ImportFinding[] {
  const chairKnown = body.chair === undefined || beneficiaries.some(({ shortName }) => shortName === body.chair);
  return [
    ...(chairKnown ? [] : [errorAt(body.name, 'chair-unknown', { chair: body.chair ?? '' })]),
    ...(['quorum', 'majority'] as const)
      .filter((rule) => partInWords(body[rule]) === null)
      .map((rule) => errorAt(body.name, `${rule}-not-understood`, { [rule]: body[rule] ?? '' })),
  ];
}

function checkBodies({ bodies, beneficiaries }: ProjectFile): ImportFinding[] {
  return [
    ...repeated(
      bodies.map(({ kind }) => kind),
      'body-repeated',
    ),
    ...bodies.flatMap((body) => checkBody(body, beneficiaries)),
  ];
}

const recordOf = (period: ReportingPeriodRecord): string => `reporting period ${period.number}`;

/** The periods follow each other without a gap or an overlap, from the first month to the last. */
function checkReportingPeriods({ reportingPeriods, project }: ProjectFile): ImportFinding[] {
  const findings = repeated(
    reportingPeriods.map(({ number }) => number),
    'reporting-period-number-repeated',
  );
  const inOrder = [...reportingPeriods].sort((a, b) => a.number - b.number);
  let expected = 1;
  for (const period of inOrder) {
    const { fromMonth, toMonth } = period;
    if (fromMonth > toMonth) findings.push(errorAt(recordOf(period), 'months-reversed', { startMonth: fromMonth, endMonth: toMonth }));
    if (fromMonth !== expected) findings.push(errorAt(recordOf(period), 'reporting-period-not-contiguous', { fromMonth, expected }));
    expected = toMonth + 1;
  }
  const last = inOrder.at(-1);
  if (last && last.toMonth !== project.durationMonths) {
    const params = { toMonth: last.toMonth, durationMonths: project.durationMonths };
    findings.push(errorAt(recordOf(last), 'last-reporting-period-not-at-end', params));
  }
  if (last && last.kind !== 'final') findings.push(warningAt(recordOf(last), 'last-reporting-period-not-final', { kind: last.kind }));
  return findings;
}

/** Months in order and within the project. */
export function checkSpan(record: string, { startMonth, endMonth }: Span, durationMonths: number): ImportFinding[] {
  return [
    ...(startMonth > endMonth ? [errorAt(record, 'months-reversed', { startMonth, endMonth })] : []),
    ...(Math.max(startMonth, endMonth) > durationMonths
      ? [errorAt(record, 'month-outside-project', { month: Math.max(startMonth, endMonth), durationMonths })]
      : []),
  ];
}

/** Who takes part and how they decide and report. */
export const checkStructure = (file: ProjectFile): ImportFinding[] => [
  ...checkProject(file),
  ...checkBeneficiaries(file),
  ...checkBodies(file),
  ...checkReportingPeriods(file),
];
