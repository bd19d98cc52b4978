import type { PassThrough, Readable } from 'node:stream';
import { fileRefusal, safeFileName } from '@office/domain';
import yazl from 'yazl';
import type { Dossier, DossierVersion } from '../../deliverables/deliverable-dossiers.js';
import type { ExportWords } from '../words.js';
import { csvField } from './csv.js';
import type { DeliverablesExport } from './deliverables-export.js';

export interface ArchiveSource {
  readonly out: DeliverablesExport;
  readonly words: ExportWords;
  readonly versions: 'newest' | 'all';
  /** The lists that lie beside the files. */
  readonly lists: readonly { readonly name: string; readonly content: Uint8Array }[];
  readonly open: (version: DossierVersion) => Promise<Readable>;
}

interface Entry {
  readonly dossier: Dossier;
  readonly version: DossierVersion;
  /** Null where the file is not handed on. */
  readonly path: string | null;
}

const NAME_MAX_LENGTH = 80;

/** What a folder may be called wherever the archive is opened; of long titles the beginning. */
const folderOf = ({ number, title }: Dossier): string =>
  safeFileName(`${number} ${title}`.slice(0, NAME_MAX_LENGTH).replace(/[\\/]/g, '-')).replace(/[. ]+$/, '');

const entryOf = (dossier: Dossier, version: DossierVersion): Entry => ({
  dossier,
  version,
  path: fileRefusal(version.scan) === null ? `${folderOf(dossier)}/v${version.number} ${safeFileName(version.fileName)}` : null,
});

/** What lies in the archive, file by file, with the hash that the office knows it by; and what does not, and why. */
function indexOf(entries: readonly Entry[], words: ExportWords): Buffer {
  const { number, title, version, uploadedOn, author, size, hash, path } = words.archiveIndex;
  const head = [number, title, version, uploadedOn, author, size, hash, path];
  const rows = entries.map(({ dossier, version: file, path: at }) => [
    dossier.number,
    dossier.title,
    file.number,
    file.uploadedAt,
    file.author,
    String(file.sizeBytes),
    file.sha256,
    at ?? words.withheld[file.scan === 'infected' ? 'infected' : 'checking'],
  ]);
  return Buffer.from(`\uFEFF${[head, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`);
}

/**
 * Files of deliverables as one archive that is written while it is read: each file is opened when its turn comes and is
 * stored as it is, for office files and PDFs are packed already. What breaks on the way breaks the archive off, so that
 * nobody takes a part of it for the whole; and who stops reading leaves no file open.
 */
export function deliverablesArchive({ out, words, versions, lists, open }: ArchiveSource): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as PassThrough;
  const breakOff = (error: Error): void => void output.destroy(error);
  let reading: Readable | null = null;
  zip.on('error', breakOff);
  output.on('close', () => reading?.destroy());

  const made = { mtime: new Date(`${out.today}T00:00:00Z`) };
  const entries = out.dossiers.flatMap((dossier) =>
    dossier.versions.slice(0, versions === 'newest' ? 1 : undefined).map((version) => entryOf(dossier, version)),
  );
  for (const { name, content } of lists) zip.addBuffer(Buffer.from(content), name, made);
  zip.addBuffer(indexOf(entries, words), words.archiveIndex.fileName, made);
  for (const { version, path } of entries) {
    if (path === null) continue;
    const options = { mtime: new Date(version.uploadedAt), compress: false, size: version.sizeBytes };
    zip.addReadStreamLazy(path, options, (answer) => {
      open(version).then((stream) => {
        reading = stream.on('error', breakOff);
        if (output.destroyed) stream.destroy();
        else answer(null, stream);
      }, breakOff);
    });
  }
  zip.end();
  return output;
}
