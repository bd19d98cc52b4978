/** Everything that a verification of a project's evidence can find wrong. */
export const EVIDENCE_FAULTS = [
  'entries-missing',
  'entry-moved',
  'entry-altered',
  'row-altered',
  'row-removed',
  'row-unrecorded',
  'guard-off',
  'seal-forged',
  'seal-key-unknown',
  'chain-rewritten',
  'file-altered',
  'file-missing',
] as const;
export type EvidenceFault = (typeof EVIDENCE_FAULTS)[number];
