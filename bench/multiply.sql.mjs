/**
 * Copies the one project of the database until there are `projects`, people and accounts included, in one statement per
 * table. Every uuid is mapped to a new one that depends only on the old one and the copy's number, so references stay
 * whole whatever tables the schema has.
 */
export const multiplySql = (projects, auditRowsPerProject) => `
SET session_replication_role = replica;

DO $$
DECLARE
  target record;
  columns text;
  copied text;
BEGIN
  FOR target IN
    SELECT c.oid, c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND (c.relname IN ('person', 'project') OR EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'project_id' AND NOT a.attisdropped))
  LOOP
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum),
           string_agg(CASE
             WHEN atttypid = 'uuid'::regtype THEN format('md5(t.%I::text || n)::uuid', attname)
             WHEN target.relname = 'person' AND attname = 'email' THEN 'n || ''.'' || t.email'
             WHEN target.relname = 'project' AND attname IN ('grant_number', 'acronym') THEN format('t.%I || ''-'' || n', attname)
             ELSE format('t.%I', attname)
           END, ', ' ORDER BY attnum)
      INTO columns, copied
      FROM pg_attribute WHERE attrelid = target.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '';
    EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM %I t CROSS JOIN generate_series(2, ${projects}) n', target.relname, columns, copied, target.relname);
  END LOOP;
END $$;

INSERT INTO audit_entry (project_id, id, at, person_id, event, subject_kind, subject_id, subject_label, detail)
SELECT project_id, md5(id::text || 'older' || n)::uuid, at - n * interval '7 days', person_id, event, subject_kind, subject_id, subject_label, detail
FROM audit_entry
CROSS JOIN generate_series(1, (SELECT greatest(0, ceil(${auditRowsPerProject} * count(DISTINCT project_id) / count(*)::numeric) - 1)::integer FROM audit_entry)) n;

SET session_replication_role = DEFAULT;
`;

export const countSql = `
SELECT (SELECT count(*) FROM project)::integer AS projects, (SELECT count(*) FROM deliverable)::integer AS deliverables,
       (SELECT count(*) FROM audit_entry)::integer AS audit_rows
`;
