import { Component, input, output } from '@angular/core';
import type { MyWorkPackage } from '@office/contracts';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';

@Component({
  selector: 'office-own-work-packages',
  imports: [EmptyState, ProgressBar, StatusChip],
  templateUrl: './own-work-packages.html',
  styleUrl: './own-work-packages.scss',
})
export class OwnWorkPackages {
  readonly items = input.required<readonly (MyWorkPackage & { readonly mayReport: boolean })[]>();
  readonly report = output<MyWorkPackage>();

  protected tone(item: MyWorkPackage): 'brand' | 'ok' | 'late' {
    return item.timeliness === 'late' ? 'late' : item.state === 'done' ? 'ok' : 'brand';
  }
}
