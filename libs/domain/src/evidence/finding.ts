import { LINK_FAULTS } from './chain.js';

/** Everything that a verification of a project's evidence can find wrong. */
export const EVIDENCE_FAULTS = [
  ...LINK_FAULTS,
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
