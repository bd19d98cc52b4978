import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { zipEntries } from '../../../test/support/zip-entries.js';
import { zipStream } from './zip-writer.js';

const member = (name: string, text: string) => ({ name, open: () => Readable.from([Buffer.from(text)]) });

describe('a zip that is made while it is read', () => {
  it('holds each file under its name, packed or not', async () => {
    const zip = await buffer(zipStream([member('Báo cáo.pdf', '%PDF'), member('annex/figures.csv', 'a;b\n'.repeat(1_000))]));
    expect([...zipEntries(zip)]).toEqual([
      ['Báo cáo.pdf', '%PDF'],
      ['annex/figures.csv', 'a;b\n'.repeat(1_000)],
    ]);
    expect(zip.length).toBeLessThan(1_000);
  });

  it('is the same for the same files, whenever it is made', async () => {
    const make = () => buffer(zipStream([member('a.pdf', 'one'), member('b.csv', 'two')]));
    expect(await make()).toEqual(await make());
  });

  it('opens a file when its turn comes, one after the other', async () => {
    let open = 0;
    let most = 0;
    const members = Array.from({ length: 5 }, (_, n) => ({
      name: `${n}.pdf`,
      open: () => {
        open += 1;
        most = Math.max(most, open);
        return Readable.from([Buffer.alloc(100_000)]).once('end', () => (open -= 1));
      },
    }));
    await buffer(zipStream(members));
    expect(most).toBe(1);
  });

  it('breaks when a file breaks, when it is opened or later', async () => {
    const refusing = { name: 'a.pdf', open: () => Promise.reject(new Error('gone')) };
    await expect(buffer(zipStream([refusing]))).rejects.toThrow('gone');
    const cut = new Readable({
      read() {
        this.destroy(new Error('cut'));
      },
    });
    await expect(buffer(zipStream([{ name: 'a.pdf', open: () => cut }]))).rejects.toThrow('cut');
    await expect(buffer(zipStream([{ name: 'a.pdf', open: () => cut }]))).rejects.toThrow('cut');
  });
});
