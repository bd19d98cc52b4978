import type { AttentionItem } from '@office/contracts';
import type { PlainDate } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { dateWords, distanceWords, lateWords } from '../../../shared/util-time/words';

type Kind = AttentionItem['kind'];

const WORDS: Record<Kind, (detail: string) => string> = {
  'report-late': () => $localize`:@@attention.reportLate:Report to EACEA is late`,
  'deliverable-late': () => $localize`:@@attention.deliverableLate:Deliverable is late`,
  'milestone-late': () => $localize`:@@attention.milestoneLate:Milestone is not reported as achieved`,
  'work-package-late': () => $localize`:@@attention.workPackageLate:Work package should be done`,
  'task-late': () => $localize`:@@attention.taskLate:Task is late`,
  'task-blocked': (detail) => $localize`:@@attention.taskBlocked:Blocked: ${detail}:reason:`,
  'work-package-blocked': (detail) => $localize`:@@attention.workPackageBlocked:Blocked: ${detail}:reason:`,
  'deliverable-waits': (detail) => $localize`:@@attention.deliverableWaits:Waits for ${detail}:numbers:`,
  'task-waits': (detail) => $localize`:@@attention.taskWaits:Should have started; waits for ${detail}:numbers:`,
  'milestone-at-risk': (detail) => $localize`:@@attention.milestoneRisk:Milestone is at risk: ${detail}:numbers: late or blocked`,
  'task-should-have-started': () => $localize`:@@attention.taskStart:Task should have started`,
  'review-overdue': () => $localize`:@@attention.reviewOverdue:Review should be closed`,
  'report-due': () => $localize`:@@attention.report:Report to EACEA is due`,
  'partner-silent': () => $localize`:@@attention.partnerSilent:Nobody has done anything here`,
  'work-package-silent': () => $localize`:@@attention.workPackageSilent:No report on the work package`,
  'task-silent': () => $localize`:@@attention.taskSilent:No report on the task`,
  'review-closing': () => $localize`:@@attention.reviewClosing:Review is about to close`,
  'deliverable-due-soon': () => $localize`:@@attention.deliverableSoon:Deliverable is due soon`,
  'milestone-due-soon': () => $localize`:@@attention.milestone:Milestone is due soon`,
  'task-due-soon': () => $localize`:@@attention.taskSoon:Task is to end soon`,
};

/** What the matter is: "Blocked: no data from three universities". */
export const attentionWords = ({ kind, detail }: Pick<AttentionItem, 'kind' | 'detail'>): string => WORDS[kind](detail);

const SEVERITIES: Record<AttentionItem['severity'], () => string> = {
  high: () => $localize`:@@attention.high:High`,
  medium: () => $localize`:@@attention.medium:Medium`,
  low: () => $localize`:@@attention.low:Low`,
};

export const severityWords = (severity: AttentionItem['severity']): string => SEVERITIES[severity]();

/** Kinds that tell how long something lasts, not when it is due. */
const LASTING: readonly Kind[] = [
  'task-blocked',
  'work-package-blocked',
  'task-waits',
  'task-should-have-started',
  'partner-silent',
  'work-package-silent',
  'task-silent',
];

export interface AttentionWhen {
  readonly distance: string;
  readonly date: string;
  readonly late: boolean;
}

/** How late it is, how much time is left, or for how long it lasts, and its day. */
export function attentionWhen({ kind, on, days }: Pick<AttentionItem, 'kind' | 'on' | 'days'>, today: PlainDate): AttentionWhen {
  const date = dateWords(on);
  if (LASTING.includes(kind)) {
    if (days === 0) return { distance: $localize`:@@attention.sinceToday:since today`, date, late: false };
    const lasting = plural(days, {
      one: $localize`:@@attention.forDay:for 1 day`,
      other: $localize`:@@attention.forDays:for ${days}:days: days`,
    });
    return { distance: lasting, date: $localize`:@@attention.since:since ${date}:date:`, late: false };
  }
  const late = days > 0;
  return { distance: late ? lateWords(today, on) : distanceWords(today, on), date, late };
}
