import { fileURLToPath } from 'node:url';
import { swcOptions } from '../swc-options.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A Jest project that runs our TypeScript in Node as ES modules. Paths in `testMatch` start at the repository's root. */
export function nodeProject(displayName, testMatch, more = {}) {
  return {
    displayName,
    rootDir: root,
    testEnvironment: 'node',
    testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '^.+\\.ts$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline' }] },
    // Our imports name the `.js` that will be; here it is still `.ts`. Packages keep their own `.js`.
    moduleNameMapper: {
      '^@office/(domain|contracts|testing)$': '<rootDir>/libs/$1/src/index.ts',
      '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'],
    },
    modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/.data/'],
    ...more,
  };
}
