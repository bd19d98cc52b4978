import type { ArchiveFinding, NameFinding } from '@office/domain';
import { formatFileSize } from '../util-locale/format';

type Params = Record<string, string | number>;

const NAMES: Record<NameFinding, () => string> = {
  path: () => $localize`:@@problem.namePath:The name of a file may not lead into another folder.`,
  'control-character': () => $localize`:@@problem.nameControl:The name of a file holds signs that cannot be seen.`,
  'turned-direction': () => $localize`:@@problem.nameTurned:The name of a file turns the direction of writing, which hides what it is.`,
  empty: () => $localize`:@@problem.nameEmpty:A file needs a name.`,
};

const ARCHIVES: Record<Exclude<ArchiveFinding, NameFinding>, () => string> = {
  'too-many-entries': () => $localize`:@@problem.zipEntries:The file holds more files inside than are taken.`,
  'too-large': () => $localize`:@@problem.zipLarge:The file grows larger than is taken when it is unpacked.`,
  'packed-too-tightly': () =>
    $localize`:@@problem.zipTight:The file grows so much when it is unpacked that it looks like one made to do harm.`,
  'too-deep': () => $localize`:@@problem.zipDeep:The file holds zips in zips, deeper than is taken.`,
  broken: () => $localize`:@@problem.zipBroken:The file is damaged: what lies inside cannot be read whole. Save it again, then upload it.`,
  encrypted: () => $localize`:@@problem.zipEncrypted:The file is locked with a password. EACEA must be able to open it.`,
};

const withFile = (words: string, params: Params): string => {
  const file = params['fileName'];
  return file === undefined || file === '' ? words : `${words} (${file})`;
};

/** Why a name was refused. */
export function nameWords(params: Params): string {
  const words = NAMES[params['reason'] as NameFinding] as (() => string) | undefined;
  return withFile((words ?? NAMES.path)(), params);
}

/** Why a zip, or an office document, was refused. */
export function archiveWords(params: Params): string {
  const words = { ...NAMES, ...ARCHIVES }[params['reason'] as ArchiveFinding] as (() => string) | undefined;
  return withFile((words ?? ARCHIVES.broken)(), params);
}

export const mismatchWords = (params: Params): string =>
  withFile($localize`:@@problem.fileMismatch:The content of the file is not what its name says.`, params);

export const twoKindsWords = (params: Params): string =>
  withFile($localize`:@@problem.twoKinds:The file is of two kinds at once. Save it again with the program that made it.`, params);

export const unfinishedWords = (params: Params): string => {
  const arrived = formatFileSize(Number(params['arrivedBytes'] ?? 0));
  return $localize`:@@problem.uploadUnfinished:The file has not arrived whole: ${arrived}:arrived: are there. Go on with the upload.`;
};
