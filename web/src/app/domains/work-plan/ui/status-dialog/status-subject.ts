import type { TaskView, WorkPackageView, WorkStatusView } from '@office/contracts';

/** What a status is given for; with `status` the dialog needs no request before it opens. */
export interface StatusSubject {
  readonly kind: 'task' | 'work-package';
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status?: WorkStatusView;
}

/** What the dialog closes with once it saved, or once the person took over what somebody else had saved. */
export type StatusResult = TaskView | WorkPackageView;
