import { Component, computed, input } from '@angular/core';
import type { DeliverableState } from '@office/domain';
import { deliverableChip } from '../../../shared/ui-status-chip/status-words';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';

/** How many deliverables are in which state: a bar in parts, and the same as a table. */
@Component({
  selector: 'office-state-picture',
  imports: [StatusChip],
  template: `
    <div class="bar" aria-hidden="true">
      @for (part of parts(); track part.state) {
        <i [attr.data-look]="part.look" [style.flex-grow]="part.count" [title]="part.word + ' · ' + part.count"></i>
      }
    </div>
    <table>
      <caption class="visually-hidden" i18n="@@overview.statesCaption">
        Deliverables by state
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col" i18n="@@overview.state">State</th>
          <th scope="col" i18n="@@overview.count">Count</th>
        </tr>
      </thead>
      <tbody>
        @for (part of parts(); track part.state) {
          <tr>
            <th scope="row"><office-status-chip [deliverable]="part.state" /></th>
            <td>{{ part.count }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './state-picture.scss',
})
export class StatePicture {
  readonly counts = input.required<readonly { state: DeliverableState; count: number }[]>();
  protected readonly parts = computed(() =>
    this.counts()
      .filter(({ count }) => count > 0)
      .map((part) => ({ ...part, ...deliverableChip(part.state) })),
  );
}
