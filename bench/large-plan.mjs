/** A plan of any size, made of copies of the rows of a small one, spread over the project's months. */
export function largePlan(plan, { workPackages, tasksEach, deliverablesEach }) {
  const tasks = plan.workPackages.flatMap((work) => work.tasks);
  const deliverables = plan.workPackages.flatMap((work) => work.deliverables);
  const month = (seed) => 1 + (seed % plan.durationMonths);
  const task = (work, index) => {
    const seed = work * 7 + index * 5;
    const startMonth = month(seed);
    const number = `T${work}.${index}`;
    const endMonth = Math.min(plan.durationMonths, startMonth + (seed % 9));
    const dependsOn = index > 1 ? [`T${work}.${index - 1}`] : [];
    return { ...tasks[seed % tasks.length], id: number, number, workPackageId: `WP${work}`, startMonth, endMonth, dependsOn };
  };
  const deliverable = (work, index) => {
    const seed = work * 5 + index * 11;
    const number = `D${work}.${index}`;
    return { ...deliverables[seed % deliverables.length], id: number, number, dueMonth: month(seed), dependsOn: [] };
  };
  const many = (count, make) => Array.from({ length: count }, (_, index) => make(index + 1));
  return {
    ...plan,
    workPackages: many(workPackages, (work) => ({
      ...plan.workPackages[work % plan.workPackages.length],
      id: `WP${work}`,
      number: `WP${work}`,
      tasks: many(tasksEach, (index) => task(work, index)),
      deliverables: many(deliverablesEach, (index) => deliverable(work, index)),
      milestones: [],
    })),
  };
}
