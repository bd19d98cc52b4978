import { Component, input, output } from '@angular/core';
import type { EvidenceView } from '@office/contracts';
import { StoredFile } from '../../../../shared/ui-file-scan/stored-file';
import { Icon } from '../../../../shared/ui-icon/icon';
import { Person } from '../../../../shared/ui-person/person';
import { Time } from '../../../../shared/ui-time/time';
import { FileSizePipe } from '../../../../shared/util-locale/file-size.pipe';

/** Links and files that show what was done. */
@Component({
  selector: 'office-evidence-list',
  imports: [FileSizePipe, Icon, Person, StoredFile, Time],
  template: `
    @if (items().length > 0) {
      <ul>
        @for (item of items(); track item.id) {
          <li>
            <office-icon [name]="item.kind === 'link' ? 'chevron' : 'file'" />
            <div>
              @if (item.url) {
                <a [href]="item.url" target="_blank" rel="noopener noreferrer nofollow">{{ item.title }}</a>
              } @else {
                <office-stored-file
                  [name]="item.title"
                  [fileName]="item.fileName"
                  [href]="address()(item)"
                  [scan]="item.scan ?? 'not-scanned'"
                  ><span class="muted"> {{ item.sizeBytes ?? 0 | fileSize }}</span></office-stored-file
                >
              }
              <span class="muted by"><office-person [person]="item.addedBy" /> <office-time [at]="item.addedAt" ago /></span>
            </div>
            @if (mayRemove()) {
              <button type="button" [disabled]="busy()" (click)="remove.emit(item)">
                <office-icon name="close" />
                <span class="visually-hidden" i18n="@@part.removeEvidence">Remove evidence: {{ item.title }}</span>
              </button>
            }
          </li>
        }
      </ul>
    } @else {
      <p class="muted" i18n="@@part.noEvidence">No evidence yet.</p>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: 4px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 8px;
      align-items: start;
      padding: 6px 0;
      border-bottom: 1px solid var(--line-2);
    }

    li > office-icon {
      padding-top: 2px;
      color: var(--ink-3);
    }

    a {
      overflow-wrap: anywhere;
    }

    .by {
      display: block;
    }

    button {
      display: grid;
      width: 36px;
      height: 36px;
      padding: 0;
      border: 0;
      border-radius: var(--radius-s);
      background: transparent;
      color: var(--ink-3);
      place-items: center;
      cursor: pointer;
    }
  `,
})
export class EvidenceList {
  readonly items = input.required<readonly EvidenceView[]>();
  readonly mayRemove = input(false);
  readonly busy = input(false);
  /** Where a file is downloaded from. */
  readonly address = input.required<(evidence: EvidenceView) => string>();
  readonly remove = output<EvidenceView>();
}
