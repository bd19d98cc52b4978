import type { DeliverableMark, MilestoneView, TaskView } from '@office/contracts';
import type { DeliverableState } from '@office/domain';

/** Colours on paper, the app's in daylight; six hexadecimal digits. */
export const INK = '152238';
export const INK_SOFT = '5F6B85';
export const LINE = 'DFE4EC';
export const GROUND = 'F1F4F9';
export const WORK_PACKAGE = '3C4B69';
export const BASELINE = 'A9B4C8';
export const TODAY = 'B42318';
export const LINK = '1D4ED8';

const LATE = 'B42318';
const OK = '0F6B64';
const IDLE = '566280';

/** What is done of a bar, and what is not. */
export interface BarLook {
  readonly done: string;
  readonly open: string;
}

export function barLook({ timeliness }: Pick<TaskView, 'timeliness'>): BarLook {
  switch (timeliness) {
    case 'late':
      return { done: LATE, open: 'F6C9C4' };
    case 'at-risk':
    case 'should-have-started':
      return { done: '955000', open: 'F7DDB0' };
    case 'done':
      return { done: OK, open: OK };
    case 'planned':
    case 'on-time':
      return { done: '1D4ED8', open: 'C9D7FB' };
  }
}

const DELIVERABLE: Readonly<Record<DeliverableState, string>> = {
  planned: IDLE,
  drafting: '1D4ED8',
  'in-review': '6D3FC4',
  'changes-requested': '955000',
  'signed-off': OK,
  approved: OK,
  submitted: OK,
  'revision-requested': '955000',
  accepted: OK,
};

/** What the colours of deliverables mean: each once, by a state that has it. */
export const DELIVERABLE_LEGEND = [
  'planned',
  'drafting',
  'in-review',
  'changes-requested',
  'signed-off',
] as const satisfies readonly DeliverableState[];

export const deliverableColour = ({ state, late }: Pick<DeliverableMark, 'state' | 'late'>): string => (late ? LATE : DELIVERABLE[state]);

export function milestoneColour({ state, late }: Pick<MilestoneView, 'state' | 'late'>): string {
  if (state === 'achieved') return OK;
  return late ? LATE : IDLE;
}
