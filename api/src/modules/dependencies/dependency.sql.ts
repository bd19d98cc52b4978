/** Ids of what a task or a deliverable depends on, as a JSON array; `$1` of the statement around it is the project. */
export const dependsOn = (idColumn: string): string => `(
  SELECT coalesce(json_agg(dep.predecessor_id ORDER BY dep.added_at, dep.id), '[]')
  FROM dependency dep WHERE dep.project_id = $1 AND dep.successor_id = ${idColumn})`;

/** Every task and deliverable that depends on something or is depended on, as the slip of a plan is reckoned from them. */
export const DEPENDENT_ROWS = `(
  SELECT coalesce(json_agg(json_build_object('id', r.id, 'startMonth', r.start_month, 'endMonth', r.end_month, 'started', r.started,
    'finished', r.finished, 'dependsOn', ${dependsOn('r.id')})), '[]')
  FROM (
    SELECT t.id, t.start_month, t.end_month, ts.state <> 'not-started' AS started, ts.state = 'done' AS finished
    FROM task t JOIN task_status ts ON ts.project_id = $1 AND ts.task_id = t.id
    WHERE t.project_id = $1
    UNION ALL
    SELECT d.id, d.due_month, d.due_month, ds.state <> 'planned', ds.state IN ('submitted', 'accepted')
    FROM deliverable d JOIN deliverable_status ds ON ds.project_id = $1 AND ds.deliverable_id = d.id
    WHERE d.project_id = $1) r
  WHERE EXISTS (SELECT 1 FROM dependency x WHERE x.project_id = $1 AND r.id IN (x.successor_id, x.predecessor_id)))`;
