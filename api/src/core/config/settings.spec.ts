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

const STORE = { S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'office', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' };

describe('settings', () => {
  it('have a sane default each: development, the embedded database, the demonstration', () => {
    expect(readSettings({})).toMatchObject({ NODE_ENV: 'development', PORT: 3000, HOST: 'localhost', DEMO: true, MAX_UPLOAD_MB: 200 });
  });

  it('take addresses, ranges and names of proxies', () => {
    expect(findingsFor({ TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::1' })).toEqual([]);
  });

  it('take a store of files with all that it needs, and a scanner at a port or a socket', () => {
    expect(findingsFor({ ...STORE, CLAMD_URL: 'tcp://scanner:3310' })).toEqual([]);
    expect(findingsFor({ CLAMD_URL: 'unix:/run/clamav/clamd.ctl' })).toEqual([]);
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
    [{ CLAMD_URL: 'localhost' }, 'CLAMD_URL', { rule: 'scanner-address' }],
    [{ CLAMD_URL: 'tcp://localhost' }, 'CLAMD_URL', { rule: 'scanner-address' }],
    [{ ...STORE, S3_BUCKET: '' }, 'S3_BUCKET', { rule: 'needed-with', other: 'S3_ENDPOINT' }],
    [{ S3_SECRET_ACCESS_KEY: 's', S3_ACCESS_KEY_ID: 'k', S3_BUCKET: 'b' }, 'S3_ENDPOINT', { rule: 'needed-with', other: 'S3_BUCKET' }],
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
