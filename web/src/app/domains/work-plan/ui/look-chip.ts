import { Component, input } from '@angular/core';
import type { ChipLook } from '../../../shared/ui-status-chip/status-words';

/** The status chip of a mark on the plan, whose word says more than its state: "Milestone, achieved". */
@Component({
  selector: 'office-look-chip',
  template: `<span class="chip" [attr.data-look]="look()">{{ word() }}</span>`,
  styleUrl: '../../../shared/ui-status-chip/status-chip.scss',
})
export class LookChip {
  readonly look = input.required<ChipLook>();
  readonly word = input.required<string>();
}
