import { nodeProject } from '../tools/jest/node-project.mjs';

export default nodeProject('api-integration', ['api/test/integration/**/*.spec.ts'], { setupFiles: ['reflect-metadata'] });
