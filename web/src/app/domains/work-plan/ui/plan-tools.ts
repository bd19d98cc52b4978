import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PLAN_STATES, type PlanState } from '@office/domain';
import { lateChip, workChip } from '../../../shared/ui-status-chip/status-words';
import { PLAN_ZOOMS, type PlanAddress, type PlanParameters, type PlanZoom } from '../data/plan-address';

const ZOOM_WORDS: Readonly<Record<PlanZoom, string>> = {
  month: $localize`:@@plan.zoomMonth:Month`,
  quarter: $localize`:@@plan.zoomQuarter:Quarter`,
  year: $localize`:@@plan.zoomYear:Year`,
};

/** What of the plan is shown: year, partner, work package, state, text; of the timeline also how wide a month is. */
@Component({
  selector: 'office-plan-tools',
  imports: [RouterLink],
  templateUrl: './plan-tools.html',
  styleUrls: ['./plan-switch.scss', './plan-tools.scss'],
})
export class PlanTools {
  readonly address = input.required<PlanAddress>();
  readonly zoom = input.required<PlanZoom>();
  readonly years = input.required<readonly number[]>();
  readonly partners = input.required<readonly string[]>();
  readonly workPackages = input.required<readonly { number: string; name: string }[]>();
  readonly filtered = input(false);
  /** Parameters of the address with a part of it changed. */
  readonly parameters = input.required<(part: Partial<PlanAddress>) => PlanParameters>();
  readonly chosen = output<Partial<PlanAddress>>();
  readonly typed = output<string>();

  protected readonly zooms = PLAN_ZOOMS.map((id) => ({ id, word: ZOOM_WORDS[id] }));
  protected readonly states = PLAN_STATES.map((id) => ({ id, word: (id === 'late' ? lateChip() : workChip(id)).word }));
  protected readonly nothing = { year: null, partner: null, workPackage: null, state: null, text: '' } as const;

  protected chooseState(value: string): void {
    this.chosen.emit({ state: (PLAN_STATES as readonly string[]).includes(value) ? (value as PlanState) : null });
  }
}
