import { describe, expect, it } from '@jest/globals';
import { ExportGate } from './export-gate.js';

describe('one export at a time', () => {
  it('refuses the second of a person while the first is made, and nobody else', async () => {
    const gate = new ExportGate();
    let finish: (made: string) => void = () => undefined;
    const running = gate.run('an', () => new Promise<string>((resolve) => (finish = resolve)));
    await expect(gate.run('an', () => Promise.resolve('second'))).rejects.toMatchObject({ code: 'too-many-requests' });
    await expect(gate.run('binh', () => Promise.resolve('other'))).resolves.toBe('other');
    finish('first');
    await expect(running).resolves.toBe('first');
    await expect(gate.run('an', () => Promise.resolve('again'))).resolves.toBe('again');
  });

  it('opens again after one that failed', async () => {
    const gate = new ExportGate();
    await expect(gate.run('an', () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    await expect(gate.run('an', () => Promise.resolve('again'))).resolves.toBe('again');
  });
});
