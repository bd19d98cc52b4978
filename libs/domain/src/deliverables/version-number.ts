/** Number of a version: 0.1, 0.2 ... while drafted. Issued one after the other, never reused. */
export interface VersionNumber {
  readonly major: number;
  readonly minor: number;
}

export const FIRST_VERSION: VersionNumber = { major: 0, minor: 1 };

export const nextVersion = (latest: VersionNumber | null): VersionNumber =>
  latest === null ? FIRST_VERSION : { major: latest.major, minor: latest.minor + 1 };

export const versionLabel = ({ major, minor }: VersionNumber): string => `${major}.${minor}`;
