import { isLate, monthEnd, timelinessOf, workPackageTimeliness, type PlainDate, type Timeliness } from '@office/domain';
import type { DeliverableFacts, ProjectFacts, WorkPackageFacts } from './dashboard.repository.js';

/** When a dashboard is looked at: dates follow from the project's start and this moment. */
export class Moment {
  constructor(
    private readonly project: Pick<ProjectFacts, 'startDate'>,
    readonly now: Date,
    readonly today: PlainDate,
  ) {}

  dueOn(dueMonth: number): PlainDate {
    return monthEnd(this.project.startDate, dueMonth);
  }

  isLate(deliverable: Pick<DeliverableFacts, 'state' | 'dueMonth'>): boolean {
    return isLate(deliverable.state, this.dueOn(deliverable.dueMonth), this.today);
  }

  timelinessOf(work: Parameters<typeof timelinessOf>[0]): Timeliness {
    return timelinessOf(work, this.project.startDate, this.today);
  }

  /** How a work package stands with what is inside of it. */
  workPackageTimeliness(
    workPackage: Omit<WorkPackageFacts, 'narrative' | 'overridden'>,
    facts: Pick<ProjectFacts, 'tasks' | 'deliverables'>,
  ): Timeliness {
    return workPackageTimeliness(this.timelinessOf(workPackage), {
      tasks: facts.tasks.filter((task) => task.workPackageId === workPackage.id).map((task) => this.timelinessOf(task)),
      deliverablesLate: facts.deliverables
        .filter((deliverable) => deliverable.workPackage.id === workPackage.id)
        .map((deliverable) => this.isLate(deliverable)),
    });
  }
}
