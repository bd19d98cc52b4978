import { existsSync } from 'node:fs';

const projects = [
  'libs/jest.config.mjs',
  'api/jest.unit.config.mjs',
  'api/jest.integration.config.mjs',
  'api/jest.http.config.mjs',
  'web/jest.config.mjs',
  'web/e2e/jest.config.mjs',
];

export default {
  projects: projects.filter((path) => existsSync(new URL(path, import.meta.url))).map((path) => `<rootDir>/${path}`),
  reporters: ['default', '<rootDir>/tools/jest/totals-reporter.mjs'],
  testTimeout: 60_000,
  // Jest leaves one core to itself, which on two cores means one test file at a time.
  maxWorkers: '100%',
};
