import { describe, expect, it } from '@jest/globals';
import type { FileScan } from '@office/domain';
import { aDeliverableVersion } from '@office/testing';
import { render, surroundings } from '../../../../../test/render';
import { VersionList } from './version-list';

async function listed(scan: FileScan) {
  surroundings();
  const version = aDeliverableVersion({ id: 'v3', fileName: 'report.pdf', scan });
  const fixture = await render(VersionList, {
    versions: [version, aDeliverableVersion({ id: 'v2', number: '0.2' })],
    base: '/files',
    compareLink: ['/compare'],
  });
  const line = (fixture.nativeElement as HTMLElement).querySelector('li')!;
  const link = line.querySelector('a');
  return {
    text: line.textContent.replace(/\s+/g, ' '),
    address: link?.getAttribute('href') ?? null,
    saved: link?.getAttribute('download') ?? null,
  };
}

describe('a version in the list', () => {
  it.each<[FileScan, string]>([
    ['clean', 'sha256 9f86…0a08 · clean'],
    ['not-scanned', 'sha256 9f86…0a08 · not scanned'],
  ])('that is %s can be downloaded under its name', async (scan, words) => {
    const { text, address, saved } = await listed(scan);
    expect([address, saved]).toEqual(['/files/v3/file', 'report.pdf']);
    expect(text).toContain(words);
    for (const part of ['Download version 0.3: report.pdf', 'Preview', 'Compare']) expect(text).toContain(part);
  });

  it.each<[FileScan, string, string]>([
    ['checking', '· being checked', 'It is being checked for viruses and can be downloaded once it is clean.'],
    ['infected', '· infected', 'The virus scanner found something in this file: nobody can download it.'],
  ])('that is %s shows its name and why nobody can have it', async (scan, words, reason) => {
    const { text, address } = await listed(scan);
    expect(address).toBeNull();
    for (const part of ['report.pdf', words, reason]) expect(text).toContain(part);
    for (const part of ['Preview', 'Compare']) expect(text).not.toContain(part);
  });
});
