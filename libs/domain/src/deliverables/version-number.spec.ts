import { describe, expect, it } from '@jest/globals';
import { FIRST_VERSION, nextVersion, versionLabel, type VersionNumber } from './version-number.js';

describe('version numbers', () => {
  it('begin with 0.1', () => {
    expect(nextVersion(null)).toEqual(FIRST_VERSION);
    expect(versionLabel(FIRST_VERSION)).toBe('0.1');
  });

  it('go on by one, past 0.9 to 0.10, never twice', () => {
    const labels: string[] = [];
    let latest: VersionNumber | null = null;
    for (let count = 0; count < 12; count += 1) {
      latest = nextVersion(latest);
      labels.push(versionLabel(latest));
    }
    expect(labels).toEqual(['0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9', '0.10', '0.11', '0.12']);
  });

  it('stay with their major number', () => {
    expect(versionLabel(nextVersion({ major: 1, minor: 0 }))).toBe('1.1');
  });
});
