import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from './settings.js';

const findingsFor = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    return error instanceof SettingsError ? error.findings : ['another error'];
  }
};

describe('settings', () => {
  it('have a sane default each: development, the embedded database, the demonstration', () => {
    expect(readSettings({})).toMatchObject({ NODE_ENV: 'development', PORT: 3000, HOST: 'localhost', DEMO: true, MAX_UPLOAD_MB: 200 });
  });

  it('take addresses, ranges and names of proxies', () => {
    expect(findingsFor({ TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::1' })).toEqual([]);
  });

  it('take an empty variable as not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('listen to every address and show no demonstration in production', () => {
    expect(readSettings({ NODE_ENV: 'production' })).toMatchObject({ HOST: '0.0.0.0', DEMO: false });
  });

  it.each([
    [{ PORT: 'three thousand' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV'],
    [{ DATABASE_URL: 'mysql://office:secret@db/office' }, 'DATABASE_URL'],
    [{ DEMO: 'perhaps' }, 'DEMO'],
    [{ CLOCK: 'yesterday' }, 'CLOCK'],
    [{ PUBLIC_URL: 'office' }, 'PUBLIC_URL'],
    [{ TRUST_PROXY: 'abc' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.1,' }, 'TRUST_PROXY'],
    [{ NODE_ENV: 'production', DEMO: 'true' }, 'DEMO'],
    [{ NODE_ENV: 'production', CLOCK: '2024-09-16T10:00:00Z' }, 'CLOCK'],
  ])('refuse %j and name %s', (env, name) => {
    expect(findingsFor(env as Record<string, string>).join()).toMatch(new RegExp(`^${name}: `));
  });

  it('never tell a value', () => {
    expect(findingsFor({ DATABASE_URL: 'mysql://office:secret@db/office' }).join()).not.toContain('secret');
  });
});
