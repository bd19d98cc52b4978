import type { ReportView } from '@office/contracts';
import { isReportWithEacea, type PlainDate, type ReportKind } from '@office/domain';
import { dateWords, daysLeftWords, instantWords, lateWords, zoneCity } from '../../../shared/util-time/words';

const KINDS: Record<ReportKind, () => string> = {
  periodic: () => $localize`:@@reportKind.periodic:Periodic report`,
  progress: () => $localize`:@@reportKind.progress:Progress report`,
  'additional-prefinancing': () => $localize`:@@reportKind.prefinancing:Report for additional prefinancing`,
  final: () => $localize`:@@reportKind.final:Final report`,
};

export const kindWords = (kind: ReportKind): string => KINDS[kind]();

/** Zones that every EU deadline is shown in, whoever looks (handbook 2.8). */
const ZONES = ['Europe/Rome', 'Asia/Ho_Chi_Minh'];

/** "29 Aug 2025, 23:59 Rome", "30 Aug 2025, 04:59 Ho Chi Minh" */
export const deadlineWords = (dueAt: string): string[] => ZONES.map((zone) => `${instantWords(dueAt, zone)} ${zoneCity(zone)}`);

export interface Countdown {
  readonly value: string;
  readonly hint: string;
  readonly late: boolean;
}

/** How much time is left: to the end of the period while it runs, then to the deadline; nothing once it is with EACEA. */
export function countdownOf({ state, endsOn, dueOn, submittedAt }: ReportView, today: PlainDate): Countdown {
  if (isReportWithEacea(state)) {
    const on = submittedAt === null ? '' : instantWords(submittedAt, 'Europe/Rome');
    return { value: $localize`:@@countdown.done:done`, hint: $localize`:@@countdown.submitted:submitted ${on}:date:`, late: false };
  }
  if (today > dueOn)
    return { value: lateWords(today, dueOn), hint: $localize`:@@countdown.was:was due ${dateWords(dueOn)}:date:`, late: true };
  const due = $localize`:@@countdown.due:due ${dateWords(dueOn)}:date:`;
  if (today > endsOn) return { value: daysLeftWords(today, dueOn), hint: due, late: false };
  const hint = $localize`:@@countdown.runs:until the period ends on ${dateWords(endsOn)}:date:`;
  return { value: daysLeftWords(today, endsOn), hint, late: false };
}
