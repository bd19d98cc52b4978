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
  testTimeout: 30_000,
};
