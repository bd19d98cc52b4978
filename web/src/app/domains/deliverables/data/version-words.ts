import { nextVersion, versionLabel } from '@office/domain';

/** "0.4" after "0.3"; the first one where there is none yet. */
export function followingVersion(latest: string | null): string {
  const [major, minor] = (latest ?? '').split('.').map(Number);
  return versionLabel(nextVersion(major === undefined || minor === undefined ? null : { major, minor }));
}

/** "9f2c…e41a" of 64 digits. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;
