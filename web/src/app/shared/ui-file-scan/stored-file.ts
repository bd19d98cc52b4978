import { Component, computed, input } from '@angular/core';
import { fileRefusal, type FileScan } from '@office/domain';
import { Icon } from '../ui-icon/icon';
import { refusalReason } from './file-scan-words';

/** The name of a stored file: a link that downloads it, or the plain name and why it cannot be had. What it holds stands beside the name. */
@Component({
  selector: 'office-stored-file',
  imports: [Icon],
  template: `
    @if (reason()) {
      <span class="name blocked"><office-icon [name]="scan() === 'infected' ? 'alert' : 'clock'" />{{ name() }}</span>
    } @else {
      <a class="name" [href]="href()" [attr.download]="fileName()"
        ><office-icon name="download" />
        @if (label(); as label) {
          <span class="visually-hidden">{{ label }}</span>
        }
        <span>{{ name() }}</span></a
      >
    }
    <ng-content />
    @if (reason(); as reason) {
      <span class="reason" [class.infected]="scan() === 'infected'">{{ reason }}</span>
    }
  `,
  styles: `
    .name {
      margin-right: 8px;
      overflow-wrap: anywhere;
      --icon-size: 14px;

      office-icon {
        margin-right: 5px;
        vertical-align: -2px;
      }
    }

    .blocked {
      color: var(--ink-2);
    }

    .reason {
      display: block;
      color: var(--warn);
      font-size: 12px;

      &.infected {
        color: var(--late);
      }
    }
  `,
})
export class StoredFile {
  readonly name = input.required<string>();
  readonly fileName = input.required<string | null>();
  readonly href = input.required<string>();
  readonly scan = input.required<FileScan>();
  /** Read out before the name of a file that can be had. */
  readonly label = input('');

  protected readonly reason = computed(() => {
    const refusal = fileRefusal(this.scan());
    return refusal === null ? null : refusalReason(refusal);
  });
}
