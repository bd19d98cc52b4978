import { describe, expect, it } from '@jest/globals';
import { fileRefusal, fileScanOf, type FileRefusal, type FileScan, type ScanVerdict } from './file-scan.js';

describe('a file and the virus scanner', () => {
  it.each<[ScanVerdict | null, boolean, FileScan, FileRefusal | null]>([
    [null, false, 'not-scanned', null],
    [null, true, 'checking', 'file-being-checked'],
    ['clean', true, 'clean', null],
    ['clean', false, 'clean', null],
    ['infected', true, 'infected', 'file-infected'],
    ['infected', false, 'infected', 'file-infected'],
  ])('verdict %s, scanner there %s: it is %s and refused as %s', (verdict, scanning, scan, refusal) => {
    expect(fileScanOf(verdict, scanning)).toBe(scan);
    expect(fileRefusal(scan)).toBe(refusal);
  });
});
