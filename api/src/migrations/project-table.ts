/** A table whose rows belong to a project: a change to one gives the project a new revision (ADR 8). */
export const revisesProject = (table: string): string =>
  `CREATE CONSTRAINT TRIGGER revise_project AFTER INSERT OR UPDATE OR DELETE ON ${table}
   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION revise_project();`;
