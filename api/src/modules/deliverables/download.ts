/** For readers that know ASCII alone: letters without their marks, and nothing that would end the quotes or begin an escape. */
const plain = (text: string): string =>
  text
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_');

/** What `encodeURIComponent` leaves and RFC 8187 does not. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Saved under this name (RFC 6266): every browser of today reads the second form, older programs the first. */
const savedAs = (fileName: string): string => `attachment; filename="${plain(fileName)}"; filename*=UTF-8''${encode(fileName)}`;

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
  'Content-Disposition': savedAs(fileName),
  'Content-Security-Policy': 'sandbox',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-cache',
  'Accept-Ranges': 'bytes',
  ETag: `"${sha256}"`,
});

export type DownloadHeaders = ReturnType<typeof downloadHeaders>;
