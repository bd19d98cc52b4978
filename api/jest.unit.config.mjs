import { nodeProject } from '../tools/jest/node-project.mjs';

export default nodeProject('api-unit', ['api/src/**/*.spec.ts'], { setupFiles: ['reflect-metadata'] });
