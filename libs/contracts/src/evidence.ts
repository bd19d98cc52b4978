import type { ChangedField, EvidenceFault, RetentionState } from '@office/domain';

/** `POST /review-rounds/{roundId}/sign-off`: whoever signs says the own password again. */
export interface SignOffRequest {
  password: string;
}

/** A public key that seals and certificates are signed with. */
export interface SealKeyView {
  /** First 16 hexadecimal digits of the SHA-256 of the key (SPKI, DER). */
  keyId: string;
  algorithm: 'Ed25519';
  /** PEM. */
  publicKey: string;
  /** Whether it signs now; the others did before. */
  current: boolean;
}

/** The head of a project's chain, signed for a day. */
export interface SealView {
  day: string;
  seq: number;
  headHash: string;
  keyId: string;
  /** Base64 of the Ed25519 signature of `project-office/seal/1`, project, day, seq and head hash, one a line. */
  signature: string;
  sealedAt: string;
}

/** How long the evidence has to be kept. */
export interface RetentionView {
  state: RetentionState;
  finalPaymentOn: string | null;
  keepUntil: string | null;
  holds: { id: string; reason: string; placedAt: string }[];
}

/** The page "Verify": what there is to be verified. */
export interface EvidenceOverview {
  /** How far the chain has come; null for an empty one. */
  head: { seq: number; hash: string } | null;
  /** Entries by table. */
  records: { table: string; count: number }[];
  files: { count: number; sizeBytes: number };
  /** Newest first. */
  seals: SealView[];
  sealCount: number;
  keys: SealKeyView[];
  retention: RetentionView;
}

/** `POST /evidence/verification`. */
export interface VerificationRequest {
  /** Whether every stored file is read and hashed as well. */
  files: boolean;
}

/** One thing that is not as it was recorded, and where. */
export interface EvidenceFinding {
  fault: EvidenceFault;
  table: string | null;
  /** Key of the row, hash of the file, name of the guard. */
  id: string | null;
  seq: number | null;
  /** Day of a seal. */
  day: string | null;
  /** A name that people know it by. */
  label: string | null;
  fields: ChangedField[];
}

/** What a verification found. */
export interface VerificationView {
  at: string;
  head: { seq: number; hash: string } | null;
  seals: number;
  /** How far a seal vouches for the chain; 0 without one. */
  sealedTo: number;
  /** Null when the files were not read. */
  files: number | null;
  findings: EvidenceFinding[];
  /** Findings beyond those that are listed. */
  more: number;
}

/** Seals as they are handed out, to be kept where nobody of the office can reach them. */
export interface SealExport {
  format: 'project-office/seals/1';
  project: { id: string; acronym: string; grantNumber: string };
  seals: SealView[];
  keys: SealKeyView[];
}

/** One entry of the chain as a certificate carries it. */
export interface CertifiedEntry {
  seq: number;
  table: string;
  /** The row as it was written, as PostgreSQL writes `jsonb`. */
  record: string;
  previousHash: string;
  hash: string;
}

/** What a sign-off certificate states. */
export interface SignOffCertificate {
  issuedAt: string;
  project: { id: string; acronym: string; title: string; grantNumber: string };
  deliverable: { id: string; number: string; title: string };
  version: { id: string; number: string; fileName: string; sizeBytes: number; sha256: string };
  signOff: {
    id: string;
    round: number;
    signedAt: string;
    person: { id: string; name: string };
    institution: { id: string; shortName: string; name: string };
    eligible: number;
    votesCast: number;
    inFavour: number;
    /** Role, panel, verdicts and the board's rules of that moment; null for one that is older than the binding. */
    bound: unknown;
  };
  /** The sign-off, the version, its file and the reviews it was decided on, as they entered the chain. */
  entries: CertifiedEntry[];
  /** The first seal over the sign-off, and the way there; null until the next is made. */
  seal: (SealView & { path: { table: string; recordHash: string }[] }) | null;
}

/** `sign-off.json`, inside of the certificate's PDF. */
export interface SignedCertificate {
  format: 'project-office/sign-off-certificate/1';
  certificate: SignOffCertificate;
  /** Of the canonical JSON of `certificate`. */
  signature: { algorithm: 'Ed25519'; keyId: string; publicKey: string; value: string };
}
