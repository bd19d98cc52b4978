import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DeliverableVersionView } from '@office/contracts';
import { fileRefusal } from '@office/domain';
import { scanWord } from '../../../shared/ui-file-scan/file-scan-words';
import { StoredFile } from '../../../shared/ui-file-scan/stored-file';
import { Person } from '../../../shared/ui-person/person';
import { Time } from '../../../shared/ui-time/time';
import { FileSizePipe } from '../../../shared/util-locale/file-size.pipe';
import { shortHash } from '../data/version-words';

const SHOWN_FIRST = 3;

const isReadable = ({ scan }: DeliverableVersionView): boolean => fileRefusal(scan) === null;

/** Versions, the newest on top, each with its file, the hash that tells it from every other, and who uploaded it. */
@Component({
  selector: 'office-version-list',
  imports: [FileSizePipe, MatButton, Person, RouterLink, StoredFile, Time],
  templateUrl: './version-list.html',
  styleUrl: './version-list.scss',
})
export class VersionList {
  readonly versions = input.required<readonly DeliverableVersionView[]>();
  /** Address under which the versions' files are found. */
  readonly base = input.required<string>();
  /** Number of the version that the board signed off. */
  readonly signedOff = input<string | null>(null);
  /** Where two versions are compared. */
  readonly compareLink = input.required<readonly string[]>();
  /** Somebody wants to see what is in one. */
  readonly previewed = output<DeliverableVersionView & { readonly href: string }>();

  protected readonly all = signal(false);
  protected readonly hidden = computed(() => (this.all() ? 0 : Math.max(0, this.versions().length - SHOWN_FIRST)));
  protected readonly lines = computed(() =>
    this.versions()
      .slice(0, this.all() ? undefined : SHOWN_FIRST)
      .map((version, index) => ({
        ...version,
        readable: isReadable(version),
        before: this.versions()
          .slice(index + 1)
          .find(isReadable),
        href: `${this.base()}/${version.id}/file`,
        hash: shortHash(version.sha256),
        scanWord: scanWord(version.scan),
      })),
  );
}
