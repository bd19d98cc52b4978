import type { TaskPartRequest, TaskPartView } from '@office/contracts';
import type { PartCriterion, WorkState } from '@office/domain';

/** A part as it is being written, with one link that is not yet evidence. */
export interface PartDraft {
  readonly state: WorkState;
  readonly note: string;
  readonly criteria: readonly PartCriterion[];
  readonly link: string;
}

/** The note of the last time stays in the diary; only a reason that still holds is kept in the field. */
export const draftOf = ({ state, blockedReason, criteria }: TaskPartView): PartDraft => ({
  state,
  note: blockedReason ?? '',
  criteria,
  link: '',
});

export const requestOf = ({ state, note, criteria, link }: PartDraft): TaskPartRequest => ({
  state,
  note: note.trim(),
  criteria: criteria.map(({ text, met }) => ({ text, met })),
  ...(link.trim() === '' ? {} : { links: [{ url: link.trim(), title: '' }] }),
});
