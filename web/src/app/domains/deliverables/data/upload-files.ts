import type { BegunFile } from './begun-uploads';

/** A file of the version that is being put together. */
export interface UploadFile {
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: number;
  /** Null after a reload: a browser does not keep files, so it has to be chosen again. */
  readonly file: File | null;
  /** Where it is being received; null before it was begun. */
  readonly address: string | null;
  readonly arrived: number;
}

export const isWhole = ({ address, arrived, size }: UploadFile): boolean => address !== null && arrived >= size;

/** Has to be chosen again before it can go on. */
export const isMissing = (file: UploadFile): boolean => file.file === null && !isWhole(file);

const isSame = (a: UploadFile, b: File): boolean => a.name === b.name && a.size === b.size && a.modifiedAt === b.lastModified;

const fresh = (file: File): UploadFile => ({
  name: file.name,
  size: file.size,
  modifiedAt: file.lastModified,
  file,
  address: null,
  arrived: 0,
});

/** The list with what was chosen now: a file that was begun goes on, any other comes behind. */
export function withChosen(files: readonly UploadFile[], chosen: readonly File[]): UploadFile[] {
  const known = files.map((entry) => {
    const again = chosen.find((file) => isSame(entry, file));
    return again ? { ...entry, file: again } : entry;
  });
  return [...known, ...chosen.filter((file) => !files.some((entry) => isSame(entry, file))).map(fresh)];
}

export const remembered = (files: readonly BegunFile[]): UploadFile[] => files.map((begun) => ({ ...begun, file: null }));

/** What is worth to be remembered: everything, once the server has begun to receive some of it. */
export function begunOf(files: readonly UploadFile[]): BegunFile[] {
  if (files.every(({ address }) => address === null)) return [];
  return files.map(({ name, size, modifiedAt, address, arrived }) => ({ name, size, modifiedAt, address, arrived }));
}

/** Percent of all files together that has arrived; whole only when everything is. */
export function arrivedPercent(files: readonly UploadFile[]): number {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const arrived = files.reduce((sum, file) => sum + Math.min(file.arrived, file.size), 0);
  return total === 0 ? 0 : Math.floor((arrived / total) * 100);
}

/** An upload's id is the end of its address. */
export const uploadIdOf = (address: string): string => address.split('/').at(-1) ?? '';
