import type { AttentionItem } from '@office/contracts';
import type { PlainDate } from '@office/domain';
import { dateWords, distanceWords, lateWords } from '../../../shared/util-time/words';

interface KindWords {
  readonly what: string;
  /** Who can do something about it, given the short name of the lead. */
  readonly who: (lead: string) => string;
}

const leads = (lead: string): string => $localize`:@@attention.leads:${lead}:partner: leads it`;
const board = (): string => $localize`:@@attention.board:the quality board votes`;
const coordinator = (): string => $localize`:@@attention.coordinator:the project coordinator writes it`;

const WORDS: Record<AttentionItem['kind'], () => KindWords> = {
  'deliverable-late': () => ({ what: $localize`:@@attention.deliverableLate:Deliverable is late`, who: leads }),
  'task-late': () => ({ what: $localize`:@@attention.taskLate:Task is late`, who: leads }),
  'task-should-have-started': () => ({ what: $localize`:@@attention.taskStart:Task should have started`, who: leads }),
  'deliverable-due-soon': () => ({ what: $localize`:@@attention.deliverableSoon:Deliverable is due soon`, who: leads }),
  'review-closing': () => ({ what: $localize`:@@attention.reviewClosing:Review is about to close`, who: board }),
  'review-overdue': () => ({ what: $localize`:@@attention.reviewOverdue:Review should be closed`, who: board }),
  'milestone-due-soon': () => ({ what: $localize`:@@attention.milestone:Milestone is due soon`, who: leads }),
  'report-due': () => ({ what: $localize`:@@attention.report:Report to EACEA is due`, who: coordinator }),
};

/** "Deliverable is late · UNITUS leads it" */
export function attentionWords({ kind, lead }: Pick<AttentionItem, 'kind' | 'lead'>): string {
  const { what, who } = WORDS[kind]();
  return lead === null && who === leads ? what : `${what} · ${who(lead?.shortName ?? '')}`;
}

const SEVERITIES: Record<AttentionItem['severity'], () => string> = {
  high: () => $localize`:@@attention.high:High`,
  medium: () => $localize`:@@attention.medium:Medium`,
  low: () => $localize`:@@attention.low:Low`,
};

export const severityWords = (severity: AttentionItem['severity']): string => SEVERITIES[severity]();

/** How late it is or how much time is left, and its day; of a task that should run by now only its end is known. */
export function attentionWhen(
  { kind, dueOn }: Pick<AttentionItem, 'kind' | 'dueOn'>,
  today: PlainDate,
): { distance: string; date: string; late: boolean } {
  const late = dueOn < today;
  const date = dateWords(dueOn);
  if (kind === 'task-should-have-started') {
    return { distance: $localize`:@@attention.notStarted:not started`, date: $localize`:@@attention.ends:ends ${date}:date:`, late: false };
  }
  return { distance: late ? lateWords(today, dueOn) : distanceWords(today, dueOn), date, late };
}
