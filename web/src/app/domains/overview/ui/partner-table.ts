import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PartnerProgress } from '@office/contracts';
import { Time } from '../../../shared/ui-time/time';
import { MoneyPipe } from '../../../shared/util-locale/money.pipe';

@Component({
  selector: 'office-partner-table',
  imports: [MoneyPipe, RouterLink, Time],
  templateUrl: './partner-table.html',
  styleUrl: './overview-table.scss',
})
export class PartnerTable {
  readonly partners = input.required<readonly PartnerProgress[]>();
  readonly projectId = input.required<string>();
  readonly currency = input.required<string>();
  protected readonly words = {
    tasks: $localize`:@@overview.tasksLed:Tasks led`,
    deliverables: $localize`:@@overview.deliverablesLed:Deliverables led`,
    updated: $localize`:@@overview.lastUpdate:Last update`,
    share: $localize`:@@overview.share:Share of the grant`,
  };
}
