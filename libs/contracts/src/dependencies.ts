/** What one task or deliverable depends on: the answer of `PUT` and `DELETE .../dependencies/{id}/{predecessorId}`. */
export interface DependsOnView {
  id: string;
  /** Ids of tasks and deliverables. */
  dependsOn: string[];
}

/** A task or a deliverable on the plan, with what it waits for. */
export interface WithDependencies {
  /** Ids of the tasks and deliverables that it depends on. */
  dependsOn: string[];
  /** Months that it is expected to end after its plan; 0 when on time or finished. */
  slipMonths: number;
}
