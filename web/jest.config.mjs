import presets from 'jest-preset-angular/presets/index.js';

/** Widgets, stores and pages in jsdom, as ES modules, zoneless like the app. */
const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

export default {
  ...preset,
  displayName: 'web',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testEnvironment: 'jest-environment-jsdom',
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    '^@office/(domain|contracts|testing)$': '<rootDir>/../libs/$1/src/index.ts',
    // The libraries name the `.js` that will be; here it is still `.ts`.
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'],
  },
};
