import { nodeProject } from '../tools/jest/node-project.mjs';

export default nodeProject('api-integration', ['api/test/integration/**/*.spec.ts'], {
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/api/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/api/test/support/global-teardown.mjs',
});
