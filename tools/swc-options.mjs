/**
 * One way of turning our TypeScript into JavaScript, for the bundle and for the tests: Nest and TypeORM read the types of
 * decorated members at run time, which neither esbuild nor Node's own type stripping writes.
 */
export const swcOptions = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  swcrc: false,
  configFile: false,
};
