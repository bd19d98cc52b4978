import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError, type SettingFinding } from './settings.js';

const findingsFor = (env: Record<string, string>): readonly SettingFinding[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.findings;
    throw error;
  }
};

describe('settings', () => {
  it('have a sane default each: development, the embedded database, the demonstration', () => {
    expect(readSettings({})).toMatchObject({ NODE_ENV: 'development', PORT: 3000, HOST: 'localhost', DEMO: true, MAX_UPLOAD_MB: 200 });
  });

  it('take addresses, ranges and names of proxies', () => {
    expect(findingsFor({ TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::1' })).toEqual([]);
  });

  it('count a megabyte as a million bytes, as the pages show it', () => {
    expect(readSettings({ MAX_UPLOAD_MB: '2' }).maxUploadBytes).toBe(2_000_000);
  });

  it('take an empty variable as not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('listen to every address and show no demonstration in production', () => {
    expect(readSettings({ NODE_ENV: 'production' })).toMatchObject({ HOST: '0.0.0.0', DEMO: false });
  });

  it.each([
    [{ PORT: 'three thousand' }, 'PORT', { rule: 'whole-number', least: 0, most: 65_535 }],
    [{ PORT: '70000' }, 'PORT', { rule: 'whole-number', least: 0, most: 65_535 }],
    [{ PORT: '80.5' }, 'PORT', { rule: 'whole-number', least: 0, most: 65_535 }],
    [{ SESSION_IDLE_MINUTES: '1' }, 'SESSION_IDLE_MINUTES', { rule: 'whole-number', least: 5, most: null }],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV', { rule: 'one-of', values: ['development', 'test', 'production'] }],
    [{ DATABASE_URL: 'mysql://office:secret@db/office' }, 'DATABASE_URL', { rule: 'postgres-address' }],
    [{ DEMO: 'perhaps' }, 'DEMO', { rule: 'true-or-false' }],
    [{ CLOCK: 'yesterday' }, 'CLOCK', { rule: 'instant' }],
    [{ PUBLIC_URL: 'office' }, 'PUBLIC_URL', { rule: 'web-address' }],
    [{ TRUST_PROXY: 'abc' }, 'TRUST_PROXY', { rule: 'proxy-list' }],
    [{ TRUST_PROXY: '10.0.0.1,' }, 'TRUST_PROXY', { rule: 'proxy-list' }],
    [{ NODE_ENV: 'production', DEMO: 'true' }, 'DEMO', { rule: 'not-in-production' }],
    [{ NODE_ENV: 'production', DEMO: 'perhaps' }, 'DEMO', { rule: 'true-or-false' }],
    [{ NODE_ENV: 'production', CLOCK: '2024-09-16T10:00:00Z' }, 'CLOCK', { rule: 'not-in-production' }],
  ])('refuse %j: %s is to be %j', (env, variable, allowed) => {
    expect(findingsFor(env as Record<string, string>)).toEqual([{ variable, allowed }]);
  });

  it('name each variable that is wrong', () => {
    expect(findingsFor({ PORT: '-1', LOG_LEVEL: 'loud' }).map(({ variable }) => variable)).toEqual(['PORT', 'LOG_LEVEL']);
  });
});
