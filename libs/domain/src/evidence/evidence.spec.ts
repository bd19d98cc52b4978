import { describe, expect, it } from '@jest/globals';
import { chainOrigin, linkFault, linkHash, sealText, type ChainEntry, type ChainHead } from './chain.js';
import { canonicalJson } from './canonical-json.js';
import { changedFields } from './record.js';

/** Any text to another of the same length: the rules ask for no more. */
const sha256 = (text: string): string =>
  [...text]
    .reduce((hash, letter) => (hash * 31n + BigInt(letter.codePointAt(0) ?? 0)) % 0xffff_ffff_ffff_ffc5n, 7n)
    .toString(16)
    .padStart(16, '0');
const ORIGIN = chainOrigin('project', sha256);

function entryAfter(previous: ChainHead, record: string, table = 'review'): ChainEntry {
  const seq = previous.seq + 1;
  return {
    seq,
    table,
    record,
    previousHash: previous.hash,
    hash: linkHash(previous.hash, { seq, table, recordHash: sha256(record) }, sha256),
  };
}

/** The faults of a chain, each with its place. */
function faultsOf(entries: readonly ChainEntry[]): string[] {
  let head = ORIGIN;
  return entries.flatMap((entry) => {
    const fault = linkFault(head, entry, sha256);
    head = entry;
    return fault === null ? [] : [`${entry.seq} ${fault}`];
  });
}

const first = entryAfter(ORIGIN, '{"verdict": "reject"}');
const second = entryAfter(first, '{"verdict": "accept"}');
const third = entryAfter(second, '{"verdict": "minor-changes"}', 'sign_off');
const WHOLE = [first, second, third];

describe('a chain', () => {
  it('that nobody touched holds', () => {
    expect(faultsOf(WHOLE)).toEqual([]);
    expect(faultsOf([])).toEqual([]);
  });

  it.each<[string, readonly ChainEntry[], string[]]>([
    ['another record', [first, { ...second, record: '{"verdict": "reject"}' }, third], ['2 entry-altered']],
    ['another table', [first, { ...second, table: 'sign_off' }, third], ['2 entry-altered']],
    ['another hash', [first, { ...second, hash: sha256('x') }, third], ['2 entry-altered', '3 entry-moved']],
    ['another predecessor', [first, { ...second, previousHash: sha256('x') }, third], ['2 entry-altered']],
    ['an entry written anew', [first, entryAfter(first, '{"verdict": "reject"}'), third], ['3 entry-moved']],
    ['an entry taken out', [first, third], ['3 entries-missing']],
    ['the first taken out', [second, third], ['2 entries-missing']],
    ['two that changed places', [first, { ...third, seq: 2 }, { ...second, seq: 3 }], ['2 entry-altered', '3 entry-altered']],
    ["another project's beginning", [entryAfter(chainOrigin('other', sha256), first.record)], ['1 entry-moved']],
  ])('tells of %s, and where', (_what, entries, faults) => {
    expect(faultsOf(entries)).toEqual(faults);
  });

  it('is hashed with a separator that no part can hold', () => {
    const hashOf = (seq: number, table: string): string => linkHash('a', { seq, table, recordHash: 'b' }, (text) => text);
    expect(hashOf(1, 'review')).toBe('a\n1\nreview\nb');
    expect(sealText({ projectId: 'p', day: '2024-09-16', seq: 3, headHash: 'h' })).toBe('project-office/seal/1\np\n2024-09-16\n3\nh');
  });
});

describe('a row and its record', () => {
  it.each([
    ['are the same', { a: 1, b: { c: [2] } }, { b: { c: [2] }, a: 1 }, {}, []],
    ['differ in a value', { a: 1, b: 'x' }, { a: 1, b: 'y' }, {}, [{ name: 'b', recorded: '"x"', now: '"y"' }]],
    ['differ in a value that is nothing now', { a: 1 }, { a: null }, {}, [{ name: 'a', recorded: '1', now: 'null' }]],
    ['differ in a column that is gone', { a: 1 }, {}, {}, [{ name: 'a', recorded: '1', now: null }]],
    ['do not differ in a column that came later, empty', { a: 1 }, { a: 1, later: null }, {}, []],
    ['nor in one at its default', { a: 1 }, { a: 1, later: 'x' }, { later: 'x' }, []],
    ['but in one that was filled since', { a: 1 }, { a: 1, later: 'y' }, { later: 'x' }, [{ name: 'later', recorded: null, now: '"y"' }]],
  ])('%s', (_what, recorded, now, defaults, changed) => {
    expect(changedFields(recorded, now, defaults)).toEqual(changed);
  });
});

describe('canonical JSON', () => {
  it('is the same text in whatever order it was put together, and leaves out what is not there', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'Huế "1"' }], a: true, gone: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"Huế \\"1\\"","d":null}]}',
    );
  });
});
