/** File kinds that the EU portal takes for a deliverable (handbook 2.3): one file; several go into one zip. */
export const PORTAL_FILE_KINDS = {
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  pdf: 'application/pdf',
  csv: 'text/csv',
  zip: 'application/zip',
} as const;
export type FileKind = keyof typeof PORTAL_FILE_KINDS;

/** The kind that a file's name promises, or null when the portal takes no such file. */
export function fileKindOf(fileName: string): FileKind | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  return ending !== undefined && ending in PORTAL_FILE_KINDS ? (ending as FileKind) : null;
}

const MAX_NAME_LENGTH = 180;

/** A name without folders, control characters and quotes, short enough for every file system; never empty. */
export function safeFileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = base.normalize('NFC').replace(/[\u0000-\u001f\u007f"<>:|?*]/g, '').replace(/^\.+/, '').trim();
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 ? clean.slice(dot) : '';
  const stem = clean.slice(0, clean.length - ending.length).slice(0, MAX_NAME_LENGTH - ending.length);
  return stem + ending || 'file';
}
