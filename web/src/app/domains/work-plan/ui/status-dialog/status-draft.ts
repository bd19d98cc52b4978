import type { WorkStatusRequest, WorkStatusView } from '@office/contracts';
import type { ProgressSource, TrafficLight, WorkState } from '@office/domain';
import type { StatusSubject } from './status-subject';

/** A status as it is being written. */
export interface StatusDraft {
  readonly progressSource: ProgressSource;
  readonly state: WorkState;
  readonly progress: number;
  readonly overrideReason: string;
  readonly narrative: string;
  readonly trafficLight: TrafficLight | null;
  readonly nextSteps: string;
}

export const draftOf = (status: WorkStatusView): StatusDraft => {
  const { progressSource, state, progress, overrideReason, narrative, trafficLight, nextSteps } = status;
  return { progressSource, state, progress, overrideReason, narrative, trafficLight, nextSteps };
};

/** Traffic light and next steps are a work package's only. */
export function requestOf({ trafficLight, nextSteps, ...draft }: StatusDraft, kind: StatusSubject['kind']): WorkStatusRequest {
  return kind === 'task' ? draft : { ...draft, trafficLight, nextSteps };
}
