import { nodeProject } from '../tools/jest/node-project.mjs';

export default nodeProject('api-http', ['api/test/http/**/*.spec.ts'], { setupFiles: ['reflect-metadata'] });
