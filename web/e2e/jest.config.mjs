import { nodeProject } from '../../tools/jest/node-project.mjs';

export default nodeProject('e2e', ['web/e2e/**/*.spec.ts'], {
  globalSetup: '<rootDir>/web/e2e/support/global-setup.mjs',
  globalTeardown: '<rootDir>/web/e2e/support/global-teardown.mjs',
});
