import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, input, output, TemplateRef } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlainDate } from '@office/domain';
import { Icon } from '../../../shared/ui-icon/icon';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { type Movable, type Move, unmoved } from '../data/bar-move';
import { dueWords, spanCalendar, spanLabel } from '../data/months';
import type { PlanMark } from '../data/plan-marks';
import { groupsOf, type PlanRow } from '../data/plan-rows';
import { grown } from './grown';
import { LookChip } from './look-chip';

type Months = Pick<Movable, 'startMonth' | 'endMonth'>;

/** Work packages drawn in one frame. */
const GROUPS_A_FRAME = 3;

/** The plan as a table: everything that the timeline draws, in words. */
@Component({
  selector: 'office-plan-table',
  imports: [Icon, LookChip, NgTemplateOutlet, RouterLink, StatusChip],
  templateUrl: './plan-table.html',
  styleUrls: ['./plan-table.scss', './plan-table-phone.scss'],
  host: { '(window:beforeprint)': 'drawn.all()' },
})
export class PlanTable {
  readonly rows = input.required<readonly PlanRow[]>();
  /** First day of the project. */
  readonly start = input.required<PlainDate>();
  readonly projectId = input.required<string>();
  readonly opened = input<string | null>(null);
  readonly asked = input<string | null>(null);
  /** Whether the person's role ever plans changes. */
  readonly movable = input.required<boolean>();
  readonly toggled = output<PlanRow>();
  readonly planned = output<Move>();
  protected readonly panel = contentChild.required<TemplateRef<{ $implicit: PlanRow }>>(TemplateRef);

  readonly #groups = computed(() => groupsOf(this.rows()));
  protected readonly drawn = grown(() => this.#groups().length, GROUPS_A_FRAME);
  protected readonly groups = computed(() => this.#groups().slice(0, this.drawn.count()));

  protected readonly spanLabel = spanLabel;
  protected readonly words = {
    lead: $localize`:@@plan.tableLead:Lead`,
    months: $localize`:@@plan.tableMonths:Months`,
    due: $localize`:@@plan.tableDue:Due`,
    baseline: $localize`:@@plan.tableBaseline:As signed`,
    state: $localize`:@@plan.tableState:Status`,
    progress: $localize`:@@plan.tableProgress:Progress`,
    change: $localize`:@@plan.tableChangeTitle:Plan a change`,
  };

  show(id: string): void {
    this.drawn.show(id);
  }

  protected calendar({ startMonth, endMonth }: Months): string {
    return spanCalendar(this.start(), startMonth, endMonth);
  }

  /** What the state alone does not say: late, should have started, at risk. */
  protected stands({ timeliness }: PlanRow): boolean {
    return timeliness === 'late' || timeliness === 'should-have-started' || timeliness === 'at-risk';
  }

  protected due(month: number): string {
    return dueWords(this.start(), month);
  }

  protected plan(subject: Movable): void {
    this.planned.emit(unmoved(subject));
  }

  protected planDue({ kind, id, number, title, dueMonth }: PlanMark): void {
    this.plan({ ...{ kind, id, number, title }, startMonth: dueMonth, endMonth: dueMonth });
  }
}
