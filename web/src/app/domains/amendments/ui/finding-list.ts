import { Component, computed, input } from '@angular/core';
import type { PlanFinding } from '@office/domain';
import { Icon } from '../../../shared/ui-icon/icon';
import { findingWords } from '../../../shared/util-plan-changes/finding-words';

/** What is wrong or odd: errors first and named as such, then warnings. */
@Component({
  selector: 'office-finding-list',
  imports: [Icon],
  template: `
    <ul>
      @for (line of lines(); track $index) {
        <li [attr.data-level]="line.level">
          <office-icon name="alert" />
          <span
            ><b>{{ line.word }}</b> {{ line.text }}</span
          >
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 6px;
      margin: 0;
      padding: 0;
      list-style: none;
      --icon-size: 15px;
    }

    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 8px;
      color: var(--warn);
    }

    li[data-level='error'] {
      color: var(--late);
    }

    office-icon {
      margin-top: 2px;
    }
  `,
})
export class FindingList {
  readonly findings = input.required<readonly PlanFinding[]>();
  protected readonly lines = computed(() =>
    this.findings()
      .toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'))
      .map((finding) => ({
        level: finding.level,
        word: finding.level === 'error' ? $localize`:@@finding.error:Error:` : $localize`:@@finding.warning:Warning:`,
        text: findingWords(finding),
      })),
  );
}
