import { Component, computed, input } from '@angular/core';
import type { ComparedVersionView } from '@office/contracts';
import { Person } from '../../../shared/ui-person/person';
import { Time } from '../../../shared/ui-time/time';
import { FileSizePipe } from '../../../shared/util-locale/file-size.pipe';
import { pagesWords } from '../data/comparison-words';

/** What is known of a version beside its text. */
@Component({
  selector: 'office-compared-facts',
  imports: [FileSizePipe, Person, Time],
  template: `
    <p>
      {{ version().kind }} · {{ version().sizeBytes | fileSize }}
      @if (pages(); as words) {
        · {{ words }}
      }
    </p>
    <p><office-person [person]="version().author" /> <office-time [at]="version().createdAt" /></p>
    @if (version().note) {
      <p class="note">{{ version().note }}</p>
    }
  `,
  styles: `
    p {
      color: var(--ink-3);
      font-size: 13px;
      overflow-wrap: anywhere;
    }

    .note {
      margin-top: 4px;
      color: var(--ink-2);
      white-space: pre-line;
    }
  `,
})
export class ComparedFacts {
  readonly version = input.required<ComparedVersionView>();
  protected readonly pages = computed(() => pagesWords(this.version()));
}
