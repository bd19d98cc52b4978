/** What a virus scanner found in a file's content. */
export const SCAN_VERDICTS = ['clean', 'infected'] as const;
export type ScanVerdict = (typeof SCAN_VERDICTS)[number];

/** How a file stands with the virus scanner; `not-scanned` where the installation has none. */
export type FileScan = 'not-scanned' | 'checking' | ScanVerdict;

/** A verdict holds on where the scanner was taken away since; without one a file waits where there is a scanner. */
export function fileScanOf(verdict: ScanVerdict | null, scanning: boolean): FileScan {
  return verdict ?? (scanning ? 'checking' : 'not-scanned');
}

export type FileRefusal = 'file-being-checked' | 'file-infected';

/** Why a file is handed to nobody, or null when it may be. */
export function fileRefusal(scan: FileScan): FileRefusal | null {
  switch (scan) {
    case 'checking':
      return 'file-being-checked';
    case 'infected':
      return 'file-infected';
    case 'not-scanned':
    case 'clean':
      return null;
  }
}
