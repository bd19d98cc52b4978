import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolderInUseError, lockDataFolder } from './data-lock.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const heldBy = (pid: number, host = hostname()): void => writeFileSync(join(folder, 'server.lock'), JSON.stringify({ pid, host }));

describe('the lock on a data folder', () => {
  it('is given back', () => {
    lockDataFolder(folder)();
    expect(existsSync(join(folder, 'server.lock'))).toBe(false);
  });

  it('refuses a second process and names the first', () => {
    heldBy(process.ppid);
    expect(() => lockDataFolder(folder)).toThrow(DataFolderInUseError);
    expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ folder, holder: { pid: process.ppid, host: hostname() } }));
  });

  it('is taken over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    heldBy(pid);
    expect(() => lockDataFolder(folder)).not.toThrow();
  });

  it('is taken over when a fall has torn it', () => {
    writeFileSync(join(folder, 'server.lock'), '{"pid": 12');
    expect(() => lockDataFolder(folder)).not.toThrow();
  });

  it('leaves no other file behind', () => {
    heldBy(spawnSync(process.execPath, ['-e', '']).pid);
    lockDataFolder(folder);
    expect(readdirSync(folder)).toEqual(['server.lock']);
  });

  it('is respected when another machine holds it, whatever runs here', () => {
    heldBy(999_999, 'another-machine');
    expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ holder: { pid: 999_999, host: 'another-machine' } }));
  });
});
