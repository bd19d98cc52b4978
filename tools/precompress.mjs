import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const folder = process.argv[2];
const compressible = new Set(['.css', '.js', '.json', '.mjs', '.svg', '.txt', '.webmanifest']);
// The start page is filled with the session when it is sent, so it is never sent from a compressed file.
const isWorthIt = ({ name }, size) => compressible.has(extname(name)) && size > 1024;

const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

await Promise.all(
  entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    if (isWorthIt(entry, content.length)) {
      const quality = {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      };
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality));
      await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
    }
  }),
);
