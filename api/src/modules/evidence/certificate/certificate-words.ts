import type { SignOffCertificate } from '@office/contracts';

const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;

/** "30 Sept" is how British English abbreviates; the office writes three letters. */
const instant = (at: string, timeZone: string): string => {
  const shown = new Intl.DateTimeFormat('en-GB', { ...DATE, ...TIME, timeZone }).format(new Date(at));
  return shown.replace('Sept', 'Sep');
};

const size = (bytes: number): string => `${bytes.toLocaleString('en-GB')} bytes`;

export interface Fact {
  readonly label: string;
  readonly value: string;
}

interface Bound {
  readonly role?: string;
  readonly panel?: string;
  readonly decidedBy?: string;
  readonly verdicts?: readonly { readonly beneficiary: string; readonly verdict: string }[];
}

const plain = (code: string): string => code.replaceAll('-', ' ');

function boundFacts(bound: Bound | null): Fact[] {
  if (bound === null) return [];
  const verdicts = (bound.verdicts ?? []).map(({ beneficiary, verdict }) => `${beneficiary}: ${plain(verdict)}`);
  return [
    ...(bound.role === undefined ? [] : [{ label: 'Signed as', value: `${plain(bound.role)} of the ${plain(bound.panel ?? 'board')}` }]),
    ...(verdicts.length === 0 ? [] : [{ label: 'Verdicts', value: verdicts.join('; ') }]),
    ...(bound.decidedBy === 'chair' ? [{ label: 'Decided by', value: 'the chair, for want of a quorum' }] : []),
  ];
}

export const TITLE = 'Sign-off certificate';

export const heading = ({ deliverable, version }: SignOffCertificate): string =>
  `${deliverable.number} ${deliverable.title}, version ${version.number}`;

export const subject = ({ project }: SignOffCertificate): string =>
  `${project.acronym} (grant agreement ${project.grantNumber}): ${project.title}`;

export const statement = ({ project, version }: SignOffCertificate): string =>
  `The quality board of ${project.acronym} signed off the file below as version ${version.number} of this deliverable. Who has the file can check that it is the one.`;

export function facts({ version, signOff }: SignOffCertificate, timeZone: string): Fact[] {
  const { person, institution, signedAt, round, inFavour, votesCast, eligible } = signOff;
  return [
    { label: 'File', value: `${version.fileName} (${size(version.sizeBytes)})` },
    { label: 'SHA-256 of the file', value: version.sha256 },
    { label: 'Signed off by', value: `${person.name}, ${institution.name} (${institution.shortName})` },
    { label: 'Signed off at', value: `${instant(signedAt, timeZone)} (${instant(signedAt, 'UTC')})` },
    { label: 'Decision', value: `Round ${round}: ${inFavour} in favour of ${votesCast} votes cast; ${eligible} could vote` },
    ...boundFacts(signOff.bound as Bound | null),
  ];
}

export function proof({ entries, seal, issuedAt }: SignOffCertificate, keyId: string, recordHash: string): Fact[] {
  const own = entries.find(({ table }) => table === 'sign_off');
  return [
    { label: 'Place in the chain', value: own === undefined ? '' : `Entry ${own.seq}, ${own.hash}` },
    {
      label: 'Sealed',
      value: seal === null ? 'Not yet; the next daily seal covers it' : `${seal.day}, entry ${seal.seq}, ${seal.headHash}`,
    },
    { label: 'SHA-256 of the record', value: recordHash },
    { label: 'Key', value: `${keyId} (Ed25519); compare it with /api/seal-keys of the office` },
    { label: 'Issued', value: instant(issuedAt, 'UTC') },
  ];
}

export const HOW =
  'The record is attached to this file as sign-off.json. To check everything without the office: node verify-certificate.mjs this-file.pdf --file the-deliverable --key the-key. The code holds the hashes and the signature.';

/** What the code holds: enough to find a paper wrong. */
export const codeText = (
  { project, deliverable, version }: SignOffCertificate,
  recordHash: string,
  keyId: string,
  signature: string,
): string =>
  [
    'project-office sign-off 1',
    `${project.grantNumber} ${deliverable.number} ${version.number}`,
    `file ${version.sha256}`,
    `record ${recordHash}`,
    `key ${keyId}`,
    `signature ${signature}`,
  ].join('\n');
