import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file on its way into a zip; it is opened when its turn comes, so that many need no more room than one. */
export interface ZipMember {
  /** With `/` between folders; safe names are the caller's business (`zipEntryNames`). */
  readonly name: string;
  /** Shown as the day of the file; without it always the same, so that the same files make the same zip. */
  readonly at?: Date;
  readonly open: () => Promise<Readable> | Readable;
}

/** What is packed already gains nothing from being packed again. */
const PACKED = /\.(pdf|docx|odt|xlsx|pptx|zip|png|jpe?g)$/i;

/** The first day that a zip can tell, in the server's own zone, as zips count. */
const NO_DAY = new Date(1980, 0, 1);

/** A zip that is made while it is read. What breaks a member breaks the stream. */
export function zipStream(members: Iterable<ZipMember>): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const fail = (error: unknown): void => void out.destroy(error instanceof Error ? error : new Error('zip-broken', { cause: error }));
  zip.on('error', fail);
  for (const { name, at, open } of members) {
    const options = { mtime: at ?? NO_DAY, forceDosTimestamp: true, mode: 0o100644, compress: !PACKED.test(name) };
    zip.addReadStreamLazy(name, options, (take) => {
      Promise.resolve()
        .then(open)
        .then((stream) => {
          // Whoever stops reading the zip leaves the member that was being read open otherwise.
          out.once('close', () => stream.destroy());
          stream.once('error', fail);
          if (stream.destroyed) fail(stream.errored);
          else take(null, stream);
        }, fail);
    });
  }
  zip.end();
  return out;
}
