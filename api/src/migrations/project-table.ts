/** A table whose rows belong to a project: a change to one gives the project a new revision (ADR 8). */
export const revisesProject = (table: string): string =>
  `CREATE CONSTRAINT TRIGGER revise_project AFTER INSERT OR UPDATE OR DELETE ON ${table}
   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_project();`;

/**
 * A table of evidence: rows are added and never changed, and each enters the project's hash chain when it is committed
 * (ADR 18). It is one that `revisesProject` too, which orders the chain. A migration older than the chain takes the first
 * half only: the chain, when it comes, takes in every table that refuses changes.
 */
export const chainsEvidence = (table: string): string => `
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change();
DO $$ BEGIN IF to_regproc('chain_table') IS NOT NULL THEN PERFORM chain_table('${table}'); END IF; END $$;`;
