import type { ConsortiumView, ProjectView } from '@office/contracts';
import { monthEnd, reportDueDate } from '@office/domain';
import type { ConsortiumRow, ProjectRow } from './consortium.repository.js';

export const projectView = ({ reportingPeriods, ...project }: ProjectRow): ProjectView => ({
  ...project,
  endDate: monthEnd(project.startDate, project.durationMonths),
  reportingPeriods: reportingPeriods.map(({ daysToReport, ...period }) => ({
    ...period,
    endsOn: monthEnd(project.startDate, period.toMonth),
    reportDueOn: reportDueDate(project.startDate, period.toMonth, daysToReport),
  })),
});

export const consortiumView = ({ beneficiaries, people, ...project }: ConsortiumRow): ConsortiumView => ({
  project: projectView(project),
  beneficiaries,
  people,
});
