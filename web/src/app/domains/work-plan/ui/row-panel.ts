import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page, StatusUpdateView, TaskPartSummary } from '@office/contracts';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { Person } from '../../../shared/ui-person/person';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../shared/ui-time/time';
import { workChip } from '../../../shared/ui-status-chip/status-words';
import { formatPercent } from '../../../shared/util-locale/format';
import type { ReadProblem } from '../../../shared/util-http/problem';
import type { PlanRow } from '../data/plan-rows';
import { TrafficLightChip } from './traffic-light';

/** What an opened row of the plan tells: how it stands, who works on it, and its diary. */
@Component({
  selector: 'office-row-panel',
  imports: [ActionButton, DemoBadge, ErrorState, Person, RouterLink, Skeleton, StatusChip, Time, TrafficLightChip],
  templateUrl: './row-panel.html',
  styleUrl: './row-panel.scss',
})
export class RowPanel {
  readonly row = input.required<PlanRow>();
  /** Newest first; undefined while they are on their way. */
  readonly updates = input<Page<StatusUpdateView>>();
  readonly problem = input<ReadProblem>();
  /** Whether the person's role ever updates the status of such a row. */
  readonly reportable = input.required<boolean>();
  /** Why the person may not update the status; null when she may. */
  readonly reason = input<string | null>(null);
  readonly update = output();
  /** Whose part of the task is to be opened. */
  readonly part = output<TaskPartSummary>();
  readonly retry = output();

  /** "In progress, 40%" */
  protected readonly derived = computed(() => {
    const { state, progress } = this.row().status.derived;
    return `${workChip(state).word}, ${formatPercent(progress)}`;
  });
}
