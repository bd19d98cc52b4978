import type { WatchedProject } from './facts.js';
import { deliverableWarnings, milestoneWarnings, partnerWarnings, reportWarnings } from './other-warnings.js';
import { compareWarnings, DEFAULT_WINDOWS, type Warning, type WarningWindows } from './warning.js';
import { Watch } from './watch.js';
import { taskWarnings, workPackageWarnings } from './work-warnings.js';

/**
 * What needs somebody today, worst first (handbook 5: "reactive reporting", "silence indicator", "should have started").
 * Each warning goes when its subject is done; nothing is remembered from one day to the next.
 */
export function warningsOf(project: WatchedProject, windows: WarningWindows = DEFAULT_WINDOWS): Warning[] {
  const watch = new Watch(project, windows);
  return [
    ...project.reports.flatMap((report) => reportWarnings(report, watch)),
    ...project.deliverables.flatMap((deliverable) => deliverableWarnings(deliverable, watch)),
    ...project.milestones.flatMap((milestone) => milestoneWarnings(milestone, watch)),
    ...project.workPackages.flatMap((workPackage) => workPackageWarnings(workPackage, watch)),
    ...project.tasks.flatMap((task) => taskWarnings(task, watch)),
    ...project.partners.flatMap((partner) => partnerWarnings(partner, watch)),
  ].sort(compareWarnings);
}
