/** `$1` of the statement around these is the project. */

/** The day of an instant where the project's deadlines are kept, which is the granting authority's. */
export const dayOf = (instant: string): string =>
  `(SELECT (${instant}::timestamptz AT TIME ZONE deadline_time_zone)::date FROM project WHERE id = $1)`;

/** Id of the Annex 2 in force at an instant; before the first takes effect, that one. */
export const annex2InForce = (instant: string): string => `(
  SELECT av.id FROM annex2_version av, (SELECT ${dayOf(instant)} AS day) AS present
  WHERE av.project_id = $1
  ORDER BY av.in_force_from <= day DESC, CASE WHEN av.in_force_from <= day THEN av.number ELSE -av.number END DESC LIMIT 1)`;
