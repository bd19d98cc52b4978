import { monthEnd, monthStart, type Plan } from '@office/domain';
import { dateWords } from '../../../shared/util-time/words';
import type { FormField } from './change-forms';

/** The furthest month that is still given a date while it is typed. */
const FURTHEST = 240;

const isMonth = (month: number): boolean => Number.isInteger(month) && month >= 1 && month <= FURTHEST;

/** What is said beside a figure that is typed: the date of a month, the end of a longer project. */
export function fieldHint({ name, kind }: FormField, text: string, plan: Plan): string {
  const figure = text.trim() === '' ? Number.NaN : Number(text);
  if (name === 'by') {
    const months = plan.durationMonths + figure;
    if (!isMonth(months)) return $localize`:@@fieldHint.now:Now ${plan.durationMonths}:months: months`;
    return $localize`:@@fieldHint.duration:${months}:months: months, until ${dateWords(monthEnd(plan.startDate, months))}:end:`;
  }
  if (kind !== 'month' || !isMonth(figure)) return '';
  return dateWords(name === 'startMonth' ? monthStart(plan.startDate, figure) : monthEnd(plan.startDate, figure));
}
