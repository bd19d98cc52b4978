/** Something about a project file: which record, which rule, and the rule's facts. A warning does not stop the import. */
export interface ImportFinding {
  readonly level: 'error' | 'warning';
  /** "T2.2", "WP1 × QUI", "project"; for a record that cannot be read its place, "tasks.3.startMonth". */
  readonly record: string;
  readonly rule: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Params = ImportFinding['params'];

export const errorAt = (record: string, rule: string, params: Params = {}): ImportFinding => ({ level: 'error', record, rule, params });
export const warningAt = (record: string, rule: string, params: Params = {}): ImportFinding => ({ level: 'warning', record, rule, params });

/** The file was refused; nothing was written. */
export class ImportRefusedError extends Error {
  constructor(readonly findings: readonly ImportFinding[]) {
    super('import-refused');
  }
}

/** Months from..to, both included. */
export interface Span {
  readonly startMonth: number;
  readonly endMonth: number;
}
