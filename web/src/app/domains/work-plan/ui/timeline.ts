import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, input, output, TemplateRef } from '@angular/core';
import type { PlainDate } from '@office/domain';
import { Icon } from '../../../shared/ui-icon/icon';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { monthLabel, monthName } from '../../../shared/util-time/words';
import { calendarYearsOf, dayAt, type MonthAxis, tickStep, ticksOf } from '../data/month-axis';
import type { PlanRow } from '../data/plan-rows';
import { PlanMarkLabel } from './plan-mark';

/** Percent of the axis. */
const ROOM_FOR_CHIP = 22;

/**
 * Work packages and tasks over the months. It is one table: every bar and mark says in words what it shows, and on a
 * phone its rows become cards. The template inside is what an opened row shows.
 */
@Component({
  selector: 'office-timeline',
  imports: [Icon, NgTemplateOutlet, PlanMarkLabel, StatusChip],
  templateUrl: './timeline.html',
  styleUrls: ['./timeline.scss', './timeline-phone.scss'],
})
export class Timeline {
  readonly rows = input.required<readonly PlanRow[]>();
  readonly axis = input.required<MonthAxis>();
  readonly today = input.required<PlainDate>();
  readonly projectId = input.required<string>();
  /** Id of the row that is open. */
  readonly opened = input<string | null>(null);
  readonly toggled = output<PlanRow>();
  protected readonly panel = contentChild.required<TemplateRef<{ $implicit: PlanRow }>>(TemplateRef);

  protected readonly years = computed(() => calendarYearsOf(this.axis()));
  protected readonly todayAt = computed(() => dayAt(this.axis(), this.today()));
  protected readonly everyMonth = computed(() => tickStep(this.axis()) === 1);
  protected readonly ticks = computed(() =>
    ticksOf(this.axis()).map((tick) => ({ ...tick, label: monthLabel(tick.month), name: this.everyMonth() ? monthName(tick.first) : '' })),
  );

  /** Late and should-have-started are written beside the bar, on the side that has room, else on it. */
  protected chipSide({ timeliness, bar }: PlanRow): 'after' | 'before' | 'on' | null {
    if (bar === null || (timeliness !== 'late' && timeliness !== 'should-have-started')) return null;
    if (bar.left + bar.width < 100 - ROOM_FOR_CHIP) return 'after';
    return bar.left > ROOM_FOR_CHIP ? 'before' : 'on';
  }
}
