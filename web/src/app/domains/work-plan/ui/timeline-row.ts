import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../../shared/ui-icon/icon';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import type { Move } from '../data/bar-move';
import { moveLabel, monthsWords } from '../data/move-words';
import { type Bar, barOf, type MonthAxis } from '../data/month-axis';
import { placed } from '../data/plan-marks';
import type { PlanRow } from '../data/plan-rows';
import { PlanMarkLabel } from './plan-mark';

/** Percent of the axis. */
const ROOM_FOR_CHIP = 22;
const MARK_WIDTH = 3;
const TOLD_BESIDE: readonly string[] = ['late', 'should-have-started', 'at-risk'];

/** One row of the timeline: name and lead, and the bar over the months with what is due. */
@Component({
  // eslint-disable-next-line @angular-eslint/component-selector -- a row of a table can only be a <tr>
  selector: 'tr[officeTimelineRow]',
  imports: [Icon, PlanMarkLabel, StatusChip],
  templateUrl: './timeline-row.html',
  styleUrls: ['./timeline-row.scss', './timeline-bar.scss', './timeline-row-phone.scss', './timeline-row-print.scss'],
  host: {
    role: 'row',
    '[style.--lanes]': 'lanes()',
    '[class.labelled]': 'labelled()',
    '[id]': '"plan-" + row().id',
    '[class.work-package]': 'row().kind === "work-package"',
    '[class.open]': 'open()',
  },
})
export class TimelineRow {
  readonly row = input.required<PlanRow>();
  readonly axis = input.required<MonthAxis>();
  readonly durationMonths = input.required<number>();
  readonly projectId = input.required<string>();
  readonly open = input(false);
  /** Numbers stand beside the marks. */
  readonly labelled = input(false);
  /** The move of this row or of one of its marks. */
  readonly move = input<Move | null>(null);
  /** A bar that cannot be moved is only a picture: the line above it says what it shows. */
  readonly movable = input.required<boolean>();
  /** Tab reaches the bar of one row; arrow keys go on from there. */
  readonly tabbable = input(false);
  /** Number or id of the mark that the address asks for. */
  readonly asked = input<string | null>(null);
  /** How it hangs together with the row that is open. */
  readonly link = input<'before' | 'after' | null>(null);
  readonly toggled = output();

  protected readonly own = computed(() => (this.move()?.subject.id === this.row().id ? this.move() : null));
  protected readonly months = computed(() => this.own() ?? this.row());
  protected readonly bar = computed(() => this.#bar(this.months()));
  /** Where the bar was before it is moved. */
  protected readonly origin = computed(() => (this.own() ? this.#bar(this.row()) : null));
  protected readonly baseline = computed(() => {
    const { baseline } = this.row();
    return baseline && this.#bar(baseline);
  });
  protected readonly marks = computed(() =>
    placed(
      this.row().marks.map((mark) => this.#moved(mark)),
      this.axis(),
    ),
  );
  protected readonly lanes = computed(() => Math.max(0, ...this.marks().map(({ lane }) => lane + 1)));
  protected readonly monthsText = computed(() => {
    const own = this.own();
    return own ? monthsWords(this.axis().start, own.subject, own) : this.row().months;
  });
  protected readonly barName = computed(() => {
    const { number, title } = this.row();
    return $localize`:@@plan.barOf:Months of ${number}:number: ${title}:title:`;
  });
  protected readonly movedTo = computed(() => {
    const own = this.own();
    return own && moveLabel(own);
  });

  /** What stands out is told in words: beside the bar where there is room, else on it, or beside the name where marks are on it. */
  protected readonly chipAt = computed((): 'after' | 'before' | 'on' | 'name' | null => {
    if (this.bar() === null || !(TOLD_BESIDE.includes(this.row().timeliness) || this.blocked())) return null;
    const isTaken = this.side() === 'on' ? this.row().kind === 'work-package' : this.#hasMarkBeside();
    return isTaken ? 'name' : this.side();
  });
  protected readonly side = computed((): 'after' | 'before' | 'on' => {
    const { left, width } = this.bar() ?? { left: 0, width: 0 };
    if (left + width < 100 - ROOM_FOR_CHIP) return 'after';
    return left > ROOM_FOR_CHIP ? 'before' : 'on';
  });
  protected readonly blocked = computed(() => this.row().status.state === 'blocked');

  /** A mark outside of the bar lies where the chip would; with numbers marks have lines of their own below. */
  #hasMarkBeside(): boolean {
    if (this.labelled()) return false;
    const { left, width } = this.bar() ?? { left: 0, width: 0 };
    const [from, to] = this.side() === 'after' ? [left + width, left + width + ROOM_FOR_CHIP] : [left - ROOM_FOR_CHIP, left];
    return this.marks().some(({ at, lane }) => lane === 0 && at > from && at < to + MARK_WIDTH);
  }

  #bar({ startMonth, endMonth }: { startMonth: number; endMonth: number }): Bar | null {
    return barOf(this.axis(), { startMonth, endMonth, progress: this.row().status.progress });
  }

  #moved(mark: PlanRow['marks'][number]): PlanRow['marks'][number] {
    const move = this.move();
    return move?.subject.id === mark.id ? { ...mark, dueMonth: move.endMonth, baseline: mark.baseline ?? mark.dueMonth } : mark;
  }
}
