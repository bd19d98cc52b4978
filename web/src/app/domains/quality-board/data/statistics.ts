import type { BoardStatisticsView } from '@office/contracts';
import { deliverableChip } from '../../../shared/ui-status-chip/status-words';
import { formatNumber, plural } from '../../../shared/util-locale/format';
import { criterionWords } from './board-words';

export type BarTone = 'brand' | 'pale' | 'warn' | 'score-1' | 'score-2' | 'score-3' | 'score-4' | 'score-5';

/** One bar of a picture, drawn from the left in parts. */
export interface FigureBar {
  readonly id: string;
  readonly label: string;
  readonly parts: readonly { readonly width: number; readonly tone: BarTone }[];
  readonly value: string;
}

const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const most = (values: readonly number[]): number => Math.max(0, ...values);

/** "1 day", "3.5 days" */
export const daysWords = (days: number): string =>
  days === 1 ? $localize`:@@statistics.day:1 day` : $localize`:@@statistics.days:${formatNumber(days, 1)}:days: days`;

/** "4.2" of 420 hundredths of a point. */
export const averageWords = (hundredths: number): string => formatNumber(hundredths / 100, 1, 1);

/** How long a deliverable usually stays in a step, and pale behind it the longest that one has. */
export function stepBars({ steps }: BoardStatisticsView): FigureBar[] {
  const longest = most(steps.map((step) => step.longestDays));
  return steps.map((step) => ({
    id: step.state,
    label: deliverableChip(step.state).word,
    parts: [
      { width: percentOf(step.medianDays, longest), tone: 'brand' },
      { width: percentOf(step.longestDays - step.medianDays, longest), tone: 'pale' },
    ],
    value: daysWords(step.medianDays),
  }));
}

const roundsWords = (rounds: number): string =>
  plural(rounds, { one: $localize`:@@statistics.round:1 round`, other: $localize`:@@statistics.rounds:${rounds}:rounds: rounds` });

export function roundBars({ rounds }: BoardStatisticsView): FigureBar[] {
  const highest = most(rounds.map((each) => each.deliverables));
  return rounds.map((each) => ({
    id: String(each.rounds),
    label: roundsWords(each.rounds),
    parts: [{ width: percentOf(each.deliverables, highest), tone: 'brand' }],
    value: plural(each.deliverables, {
      one: $localize`:@@statistics.deliverable:1 deliverable`,
      other: $localize`:@@statistics.deliverables:${each.deliverables}:count: deliverables`,
    }),
  }));
}

const SCORE_TONES = ['score-1', 'score-2', 'score-3', 'score-4', 'score-5'] as const;

/** How the scores of a criterion spread from 1 to 5. */
export const scoreBars = ({ scores }: BoardStatisticsView): FigureBar[] =>
  scores.map((score) => ({
    id: score.criterion,
    label: criterionWords(score.criterion),
    parts: SCORE_TONES.map((tone, index) => ({ width: percentOf(score.spread[index] ?? 0, score.count), tone })),
    value: averageWords(score.averageHundredths),
  }));

/** Reviews that a member sent, and those that are awaited. */
export function loadBars({ load }: BoardStatisticsView): FigureBar[] {
  const highest = most(load.map((member) => member.sent + member.awaited));
  return load.map((member) => ({
    id: member.membershipId,
    label: member.beneficiary.shortName,
    parts: [
      { width: percentOf(member.sent, highest), tone: 'brand' },
      { width: percentOf(member.awaited, highest), tone: 'warn' },
    ],
    value: $localize`:@@statistics.load:${member.sent}:sent: sent, ${member.awaited}:awaited: awaited`,
  }));
}
