import { describe, expect, it } from '@jest/globals';
import { arrivedPercent, begunOf, isMissing, isWhole, remembered, uploadIdOf, withChosen } from './upload-files';

const file = (name: string, text = 'text', lastModified = 1): File => new File([text], name, { lastModified });
const BEGUN = { name: 'a.pdf', size: 4, modifiedAt: 1, address: '/uploads/a', arrived: 1 };

describe('files of a version that is put together', () => {
  it('come one behind the other, each once', () => {
    const first = withChosen([], [file('a.pdf'), file('b.pdf')]);
    expect(withChosen(first, [file('b.pdf'), file('c.pdf')]).map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
  });

  it('that were begun go on when the same is chosen again, and only then', () => {
    const [begun] = withChosen(remembered([BEGUN]), [file('a.pdf')]);
    expect(begun).toMatchObject({ address: '/uploads/a', arrived: 1 });
    expect(begun?.file).not.toBeNull();
    for (const other of [file('A.pdf'), file('a.pdf', 'longer'), file('a.pdf', 'text', 2)]) {
      expect(withChosen(remembered([BEGUN]), [other])).toHaveLength(2);
    }
  });

  it('are missing after a reload unless they had arrived whole', () => {
    const [part, whole] = remembered([BEGUN, { ...BEGUN, arrived: 4 }]);
    expect([part, whole].map((entry) => [isMissing(entry!), isWhole(entry!)])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('are remembered, all of them, once the server has begun to receive one', () => {
    const waiting = withChosen([], [file('b.pdf')]);
    expect(begunOf(waiting)).toEqual([]);
    const all = [BEGUN, { name: 'b.pdf', size: 4, modifiedAt: 1, address: null, arrived: 0 }];
    expect(begunOf([...remembered([BEGUN]), ...waiting])).toEqual(all);
    expect(remembered(all).map(isMissing)).toEqual([true, true]);
  });

  it('are as far as all of them together, and done only with the last byte', () => {
    const two = remembered([BEGUN, { ...BEGUN, size: 1_000, arrived: 999 }]);
    expect(arrivedPercent(two)).toBe(99);
    expect(arrivedPercent(remembered([{ ...BEGUN, arrived: 9 }]))).toBe(100);
    expect(arrivedPercent([])).toBe(0);
  });

  it('have an id at the end of their address', () => {
    expect(uploadIdOf('/api/projects/p/uploads/0190')).toBe('0190');
  });
});
