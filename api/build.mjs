import { cp, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { swcOptions } from '../tools/swc-options.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}dist/api`;

/** esbuild writes no decorator metadata, so swc reads the TypeScript first. */
const decorators = {
  name: 'swc-decorators',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { ...swcOptions, filename: path, sourceMaps: 'inline', inlineSourcesContent: true });
      return { contents: code, loader: 'js' };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
export const bundle = {
  entryPoints: {
    main: `${root}api/src/main.ts`,
    cli: `${root}api/src/cli/main.ts`,
    'reading-worker': `${root}api/src/modules/documents/worker/reading-worker.ts`,
  },
  outdir: out,
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  alias: Object.fromEntries(['domain', 'contracts', 'testing'].map((lib) => [`@office/${lib}`, `${root}libs/${lib}/src/index.ts`])),
  keepNames: true,
  sourcemap: 'linked',
  plugins: [decorators],
  logLevel: 'warning',
};

/** Empties the folder and puts the data beside where the bundle will be. */
export async function prepare() {
  await rm(out, { recursive: true, force: true });
  await cp(`${root}api/data`, `${out}/data`, { recursive: true });
}

if (import.meta.filename === process.argv[1]) {
  await prepare();
  await build(bundle);
}
