import { nodeProject } from '../tools/jest/node-project.mjs';

export default nodeProject('domain', ['libs/*/src/**/*.spec.ts']);
