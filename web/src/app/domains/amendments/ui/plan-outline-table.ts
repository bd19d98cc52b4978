import { Component, computed, input } from '@angular/core';
import type { Plan } from '@office/domain';
import { planOutline } from '../data/plan-outline';

/** The plan as the agreement has it: number, title, lead and when. */
@Component({
  selector: 'office-plan-outline-table',
  template: `
    <table class="plain stack">
      <thead>
        <tr>
          <th i18n="@@outline.row">What</th>
          <th class="lead">{{ words.lead }}</th>
          <th>{{ words.when }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr [class.inner]="row.inner">
            <td class="what">
              <span class="code">{{ row.number }}</span> {{ row.title }}
            </td>
            <td [attr.data-label]="words.lead">{{ row.lead }}</td>
            <td [attr.data-label]="words.when">{{ row.when }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    tr:not(.inner) .what {
      font-weight: 600;
    }

    .inner .what {
      padding-left: 36px;
    }

    .lead {
      width: 120px;
    }

    @media (max-width: 720px) {
      .inner .what {
        padding-left: 14px;
      }
    }
  `,
})
export class PlanOutlineTable {
  readonly plan = input.required<Plan>();
  readonly name = input.required<(id: string) => string>();
  protected readonly rows = computed(() => planOutline(this.plan(), this.name()));
  protected readonly words = { lead: $localize`:@@planField.leadShort:Lead`, when: $localize`:@@outline.when:When` };
}
