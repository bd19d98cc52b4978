/** JSON of who is named beside other things; `$1` of the statement around it is the project. */

/** `BeneficiaryRef` of a table alias. */
export const beneficiaryRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'shortName', ${alias}.short_name, 'name', ${alias}.name)`;

/** `PersonRef` of a column that holds a person's id; the institution's short name comes from the membership. Null of null. */
export const personRef = (personColumn: string): string => `(
  SELECT json_build_object('id', person.id, 'name', person.name, 'beneficiary', b.short_name)
  FROM person
  LEFT JOIN membership m ON m.project_id = $1 AND m.person_id = person.id
  LEFT JOIN beneficiary b ON b.project_id = $1 AND b.id = m.beneficiary_id
  WHERE person.id = ${personColumn})`;

/** Whether the membership `m` of the person `pe` is valid at an instant. */
export const isMemberAt = (instant: string): string =>
  `(pe.disabled_at IS NULL AND m.active_from <= ${instant} AND (m.active_to IS NULL OR m.active_to > ${instant}))`;
