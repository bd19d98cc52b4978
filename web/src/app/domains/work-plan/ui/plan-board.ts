import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, input, output, TemplateRef } from '@angular/core';
import { blockReasonOf } from '@office/domain';
import { Icon } from '../../../shared/ui-icon/icon';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { type BoardColumn, columnsOf } from '../data/board-columns';
import type { PlanRow } from '../data/plan-rows';
import { grown } from './grown';

const CARDS_A_FRAME = 12;

/** The tasks of the plan by their state; on a phone the columns stand one below the other. */
@Component({
  selector: 'office-plan-board',
  imports: [Icon, NgTemplateOutlet, ProgressBar, StatusChip],
  templateUrl: './plan-board.html',
  styleUrl: './plan-board.scss',
  host: { '(window:beforeprint)': 'drawn.all()' },
})
export class PlanBoard {
  readonly rows = input.required<readonly PlanRow[]>();
  readonly opened = input<string | null>(null);
  readonly toggled = output<PlanRow>();
  protected readonly panel = contentChild.required<TemplateRef<{ $implicit: PlanRow }>>(TemplateRef);

  readonly #columns = computed(() => columnsOf(this.rows()));
  readonly #longest = computed(() => Math.max(...this.#columns().map(({ cards }) => cards.length)));
  protected readonly drawn = grown(() => this.#longest(), CARDS_A_FRAME);
  protected readonly columns = computed(() =>
    this.#columns().map((column): BoardColumn & { total: number } => ({
      ...column,
      total: column.cards.length,
      cards: column.cards.slice(0, this.drawn.count()),
    })),
  );

  show(id: string): void {
    this.drawn.show(id);
  }

  protected readonly reasonOf = blockReasonOf;

  protected stands({ timeliness }: PlanRow): boolean {
    return timeliness === 'late' || timeliness === 'should-have-started';
  }
}
