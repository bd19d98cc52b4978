import type { FileRefusal, FileScan } from '@office/domain';

/** Beside the hash of a file, in a word or two. */
export function scanWord(scan: FileScan): string {
  switch (scan) {
    case 'not-scanned':
      return $localize`:@@scan.notScanned:not scanned`;
    case 'checking':
      return $localize`:@@scan.checking:being checked`;
    case 'clean':
      return $localize`:@@scan.clean:clean`;
    case 'infected':
      return $localize`:@@scan.infected:infected`;
  }
}

/** Why a file cannot be downloaded, in a sentence. */
export function refusalReason(refusal: FileRefusal): string {
  return refusal === 'file-infected'
    ? $localize`:@@scan.infectedReason:The virus scanner found something in this file: nobody can download it.`
    : $localize`:@@scan.checkingReason:It is being checked for viruses and can be downloaded once it is clean.`;
}
