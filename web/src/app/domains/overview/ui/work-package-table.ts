import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OverviewWorkPackage } from '@office/contracts';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { MoneyPipe } from '../../../shared/util-locale/money.pipe';
import { ProjectMonthPipe } from '../../../shared/util-time/date.pipes';

@Component({
  selector: 'office-work-package-table',
  imports: [MoneyPipe, ProgressBar, ProjectMonthPipe, RouterLink, StatusChip],
  templateUrl: './work-package-table.html',
  styleUrl: './overview-table.scss',
})
export class WorkPackageTable {
  readonly workPackages = input.required<readonly OverviewWorkPackage[]>();
  readonly projectId = input.required<string>();
  readonly currency = input.required<string>();
  protected readonly words = {
    lead: $localize`:@@overview.lead:Lead`,
    months: $localize`:@@overview.months:Months`,
    progress: $localize`:@@overview.progress:Progress`,
    state: $localize`:@@overview.timeliness:Status`,
    tasksLate: $localize`:@@overview.tasksLate:Tasks late`,
    deliverables: $localize`:@@overview.deliverables:Deliverables`,
    lumpSum: $localize`:@@overview.lumpSum:Lump sum`,
  };
}
