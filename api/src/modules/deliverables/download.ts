/** What `encodeURIComponent` leaves and RFC 5987 does not. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

export interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * A foreign file is never opened inside of our pages: it is saved, not sniffed, and without any right if it is shown after
 * all. Its content never changes, so the hash is its ETag; a shared cache must not have it.
 */
export const downloadHeaders = ({ fileName, mediaType, sha256, sizeBytes }: Download) => ({
  'Content-Type': mediaType,
  'Content-Length': String(sizeBytes),
  'Content-Disposition': `attachment; filename*=UTF-8''${encode(fileName)}`,
  'Content-Security-Policy': 'sandbox',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-cache',
  ETag: `"${sha256}"`,
});

export type DownloadHeaders = ReturnType<typeof downloadHeaders>;
