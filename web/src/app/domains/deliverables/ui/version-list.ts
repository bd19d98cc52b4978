import { Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DeliverableVersionView } from '@office/contracts';
import { scanWord } from '../../../shared/ui-file-scan/file-scan-words';
import { StoredFile } from '../../../shared/ui-file-scan/stored-file';
import { Person } from '../../../shared/ui-person/person';
import { Time } from '../../../shared/ui-time/time';
import { FileSizePipe } from '../../../shared/util-locale/file-size.pipe';
import { shortHash } from '../data/version-words';

const SHOWN_FIRST = 3;

/** Versions, the newest on top, each with its file, the hash that tells it from every other, and who uploaded it. */
@Component({
  selector: 'office-version-list',
  imports: [FileSizePipe, MatButton, Person, StoredFile, Time],
  templateUrl: './version-list.html',
  styleUrl: './version-list.scss',
})
export class VersionList {
  readonly versions = input.required<readonly DeliverableVersionView[]>();
  /** Address under which the versions' files are found. */
  readonly base = input.required<string>();
  /** Number of the version that the board signed off. */
  readonly signedOff = input<string | null>(null);

  protected readonly all = signal(false);
  protected readonly hidden = computed(() => (this.all() ? 0 : Math.max(0, this.versions().length - SHOWN_FIRST)));
  protected readonly lines = computed(() =>
    this.versions()
      .slice(0, this.all() ? undefined : SHOWN_FIRST)
      .map((version) => ({
        ...version,
        href: `${this.base()}/${version.id}/file`,
        hash: shortHash(version.sha256),
        scanWord: scanWord(version.scan),
      })),
  );
}
