import { beforeAll, describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { fileTypeFromBuffer } from 'file-type';
import type { DeliverableRecord } from '../../import/project-file.js';
import { readStrive, type Strive } from '../life/strive.js';
import { fileOf } from './document.js';

let strive: Strive;
let deliverable: DeliverableRecord;
beforeAll(async () => {
  strive = await readStrive();
  deliverable = strive.file.deliverables.find(({ number }) => number === 'D3.2')!;
});

const version = (fileName: string, number = '0.1') => ({ fileName, version: number, note: 'Complete draft.', on: plainDate('2025-04-01') });
const textOf = (content: Buffer): string => content.toString('latin1');

describe('the files of the demonstration', () => {
  it.each([
    ['report.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['report.pdf', 'application/pdf'],
  ])('%s is what its name says', async (fileName, mime) => {
    const content = fileOf(strive.file, deliverable, version(fileName));
    expect(await fileTypeFromBuffer(content)).toMatchObject({ mime });
  });

  it.each(['report.docx', 'report.pdf'])('%s says who paid for it, and that it is a demonstration', (fileName) => {
    const text = textOf(fileOf(strive.file, deliverable, version(fileName))).replaceAll(/\) Tj T\*\s+\/F1 11 Tf\s+\(/g, ' ');
    expect(text).toContain('Co-funded by the European Union');
    expect(text).toContain('Neither the European Union nor the granting authority can be held responsible for them.');
    expect(text).toContain('so that the project office can be tried');
  });

  it('differs from version to version and is the same for the same one', () => {
    const first = fileOf(strive.file, deliverable, version('report.pdf'));
    expect(fileOf(strive.file, deliverable, version('report.pdf'))).toEqual(first);
    expect(fileOf(strive.file, deliverable, version('report.pdf', '0.2'))).not.toEqual(first);
  });

  it('has a PDF table that leads to every object', () => {
    const text = textOf(fileOf(strive.file, deliverable, version('report.pdf')));
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(5);
    offsets.forEach((offset, index) => expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`)));
  });

  it('has a zip directory that leads to every entry', () => {
    const content = fileOf(strive.file, deliverable, version('report.docx'));
    const end = content.indexOf('PK\x05\x06', 0, 'latin1');
    expect(content.readUInt16LE(end + 10)).toBe(3);
    const directory = content.readUInt32LE(end + 16);
    expect(content.subarray(directory, directory + 4).toString('latin1')).toBe('PK\x01\x02');
    expect(directory + content.readUInt32LE(end + 12)).toBe(end);
  });
});
