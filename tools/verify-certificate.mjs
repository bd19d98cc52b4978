/**
 * Verifies a sign-off certificate without the office, with nothing but Node:
 *
 *   node verify-certificate.mjs certificate.pdf [--file report.pdf] [--key <key id> | --keys seal-keys.json]
 *
 * It says of each part whether it holds, and ends with 1 when one does not. What is verified, and how, stands in ADR 18.
 * Without `--key` or `--keys` nobody vouches for the key: compare its id with the one that the office publishes.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inflateSync } from 'node:zlib';

const FORMAT = 'project-office/sign-off-certificate/1';
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** JSON with names in order and no spaces: what was signed. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const ordered = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${ordered.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

const results = [];
const say = (holds, words) => results.push({ holds, words });

/** A reason to stop: nothing more can be said. */
class Unreadable extends Error {}

/** The record that is attached to the PDF. */
function recordIn(pdf) {
  const text = pdf.toString('latin1');
  for (const { index } of text.matchAll(/\/EmbeddedFile\b/g)) {
    const begin = text.indexOf('stream', index);
    const length = /\/Length (\d+)/.exec(text.slice(text.lastIndexOf(' obj', index), begin))?.[1];
    const start = begin + (text.slice(begin, begin + 8).includes('\r\n') ? 8 : 7);
    const bytes = pdf.subarray(start, start + Number(length));
    try {
      return JSON.parse(
        (text.slice(text.lastIndexOf(' obj', index), begin).includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString(),
      );
    } catch {
      // Damaged, or another attachment.
    }
  }
  throw new Unreadable('The certificate holds no readable record (sign-off.json).');
}

/** The signature of the whole file, on its last line. */
function checkWhole(pdf, key) {
  const tail = pdf.subarray(-400).toString('latin1');
  const line = /%office-signature ([\da-f]+) ([\w+/=]+)\n$/.exec(tail);
  if (line === null) return say(false, 'The PDF was changed: it does not end with its signature.');
  const content = pdf.subarray(0, pdf.length - line[0].length);
  const holds = verify(null, content, key, Buffer.from(line[2], 'base64'));
  say(holds, holds ? 'The PDF is as it was issued.' : 'The PDF was changed since it was issued.');
}

function checkRecord({ format, certificate, signature }, key) {
  const holds = format === FORMAT && verify(null, Buffer.from(canonical(certificate)), key, Buffer.from(signature.value, 'base64'));
  say(holds, holds ? 'The record is as it was signed.' : 'The record (sign-off.json) was changed since it was signed.');
}

const linkHash = (previousHash, seq, table, recordHash) => sha256([previousHash, seq, table, recordHash].join('\n'));

function checkEntries({ entries }) {
  for (const { seq, table, record, previousHash, hash } of entries) {
    const holds = linkHash(previousHash, seq, table, sha256(record)) === hash;
    say(holds, holds ? `Entry ${seq} (${table}) fits its hash.` : `Entry ${seq} (${table}) does not fit its hash: its row was changed.`);
  }
}

/** What is stated is what the entries say. */
function checkStatements({ version, signOff, entries }) {
  const rowOf = (table) => {
    const entry = entries.find((one) => one.table === table);
    return entry === undefined ? {} : JSON.parse(entry.record);
  };
  const [signed, uploaded, stored] = [rowOf('sign_off'), rowOf('deliverable_version'), rowOf('stored_file')];
  const facts = [
    ['Hash of the file', version.sha256, signed.sha256, uploaded.sha256, stored.sha256],
    ['Name of the file', version.fileName, uploaded.file_name],
    ['Size of the file', version.sizeBytes, stored.size_bytes],
    ['Number of the version', version.number, `${uploaded.major}.${uploaded.minor}`],
    ['Version', version.id, signed.version_id, uploaded.id],
    ['Person', signOff.person.id, signed.person_id],
    ['Institution', signOff.institution.id, signed.beneficiary_id],
    ['Time', Date.parse(signOff.signedAt), Math.floor(Date.parse(signed.signed_at))],
    [
      'Votes',
      [signOff.eligible, signOff.votesCast, signOff.inFavour].join(),
      [signed.eligible, signed.votes_cast, signed.in_favour].join(),
    ],
  ];
  for (const [name, stated, ...recorded] of facts) {
    const other = recorded.find((value) => value !== stated);
    if (other !== undefined) say(false, `${name} stated as ${stated}, but recorded as ${other}.`);
  }
  say(true, `Signed off: ${version.fileName}, version ${version.number}, SHA-256 ${version.sha256}.`);
}

/** The way from the sign-off to the sealed head. */
function checkSeal({ project, entries, seal }, keyOf) {
  if (seal === null) return say(null, 'No seal covers the sign-off yet: a certificate that is issued tomorrow has one.');
  const start = entries.find(({ table }) => table === 'sign_off');
  let { seq, hash } = start;
  for (const { table, recordHash } of seal.path) {
    seq += 1;
    hash = linkHash(hash, seq, table, recordHash);
  }
  const leads = seq === seal.seq && hash === seal.headHash;
  say(leads, leads ? `The chain leads to the seal of ${seal.day}.` : `The chain does not lead to the seal of ${seal.day}.`);
  const key = keyOf(seal.keyId);
  if (key === null)
    return say(null, `The seal of ${seal.day} was signed with the key ${seal.keyId}, which is not at hand: give it with --keys.`);
  const text = ['project-office/seal/1', project.id, seal.day, seal.seq, seal.headHash].join('\n');
  const holds = verify(null, Buffer.from(text), key, Buffer.from(seal.signature, 'base64'));
  say(holds, holds ? `The seal of ${seal.day} is signed.` : `The signature of the seal of ${seal.day} is wrong.`);
}

async function checkFile(path, { version }) {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    size += chunk.length;
  }
  const holds = hash.digest('hex') === version.sha256;
  say(
    holds,
    holds
      ? `${path} is the file that was signed off.`
      : `${path} is not the file that was signed off${size === version.sizeBytes ? ': its content was changed' : `: it has ${size} bytes, not ${version.sizeBytes}`}.`,
  );
}

const keyIdOf = (key) => sha256(key.export({ format: 'der', type: 'spki' })).slice(0, 16);

function checkKey({ key, keys }, keyId) {
  if (key === undefined && keys === undefined)
    return say(null, `Signed with the key ${keyId}: compare it with the one that the office publishes (/api/seal-keys).`);
  const trusted = key === undefined ? keys.map((one) => keyIdOf(createPublicKey(one.publicKey))) : [key];
  const holds = trusted.includes(keyId);
  say(
    holds,
    holds ? `The key ${keyId} is the office's.` : `The key ${keyId} is none of those that were given: somebody else made this certificate.`,
  );
}

async function main() {
  const options = { file: { type: 'string' }, key: { type: 'string' }, keys: { type: 'string' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length !== 1)
    throw new Unreadable('Usage: node verify-certificate.mjs certificate.pdf [--file f] [--key id | --keys seal-keys.json]');
  const bytes = readFileSync(positionals[0]);
  const isPdf = bytes.subarray(0, 5).toString() === '%PDF-';
  const signed = isPdf ? recordIn(bytes) : JSON.parse(bytes.toString());
  const publicKey = createPublicKey(signed.signature.publicKey);
  const keyId = keyIdOf(publicKey);
  const keys = values.keys === undefined ? undefined : JSON.parse(readFileSync(values.keys, 'utf8'));
  const known = new Map([[keyId, publicKey], ...(keys ?? []).map((one) => [one.keyId, createPublicKey(one.publicKey)])]);
  checkKey({ key: values.key, keys }, keyId);
  if (isPdf) checkWhole(bytes, publicKey);
  checkRecord(signed, publicKey);
  checkEntries(signed.certificate);
  checkStatements(signed.certificate);
  checkSeal(signed.certificate, (id) => known.get(id) ?? null);
  if (values.file !== undefined) await checkFile(values.file, signed.certificate);
}

try {
  await main();
} catch (error) {
  say(false, error instanceof Unreadable ? error.message : `The certificate cannot be read: ${error.message}`);
}
for (const { holds, words } of results) console.log(`${holds === null ? 'NOTE ' : holds ? 'ok   ' : 'WRONG'} ${words}`);
process.exitCode = results.some(({ holds }) => holds === false) ? 1 : 0;
console.log(process.exitCode === 0 ? 'The certificate holds.' : 'The certificate does not hold.');
