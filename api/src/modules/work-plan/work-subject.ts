import type { WorkSubjectKind } from '@office/domain';

export type { WorkSubjectKind } from '@office/domain';

/** What has a working status: both kinds live by the same rules, in tables of their own. */
interface WorkSubject {
  readonly table: string;
  readonly statusTable: string;
  readonly statusKey: string;
  /** Column of `table` that names the work package. */
  readonly workPackageKey: string;
  /** Traffic light and next steps are a work package's only. */
  readonly ownColumns: string;
  readonly setOwn: string;
}

export const WORK_SUBJECTS: Readonly<Record<WorkSubjectKind, WorkSubject>> = {
  'work-package': {
    table: 'work_package',
    statusTable: 'work_package_status',
    statusKey: 'work_package_id',
    workPackageKey: 'id',
    ownColumns: `s.traffic_light AS "trafficLight", s.next_steps AS "nextSteps"`,
    setOwn: ', traffic_light = $9, next_steps = $10',
  },
  task: {
    table: 'task',
    statusTable: 'task_status',
    statusKey: 'task_id',
    workPackageKey: 'work_package_id',
    ownColumns: `NULL AS "trafficLight", '' AS "nextSteps"`,
    setOwn: '',
  },
};
