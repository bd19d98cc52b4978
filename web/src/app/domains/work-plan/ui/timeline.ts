import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChild, ElementRef, inject, input, linkedSignal, output, TemplateRef } from '@angular/core';
import type { PlainDate } from '@office/domain';
import { monthLabel, monthName } from '../../../shared/util-time/words';
import type { Movable, Move } from '../data/bar-move';
import { linksOf } from '../data/links';
import { calendarYearsOf, dayAt, type MonthAxis, MONTH_WIDTH, monthsOf, STEP, ticksOf } from '../data/month-axis';
import type { PlanZoom } from '../data/plan-address';
import type { PlanRow } from '../data/plan-rows';
import { BarMover, type Scene } from './bar-mover';
import { grown } from './grown';
import { TimelineLinks } from './timeline-links';
import { TimelineRow } from './timeline-row';

const ROWS_A_FRAME = 24;
/** Pixels. */
const WIDE = 720;

const movablesOf = (row: PlanRow): Movable[] => [
  row,
  ...row.marks.map(({ kind, id, number, title, dueMonth }) => ({ kind, id, number, title, startMonth: dueMonth, endMonth: dueMonth })),
];

/**
 * Work packages and tasks over the months. It is one table: every bar and mark says in words what it shows, and on a
 * phone its rows become cards. The template inside is what an opened row shows.
 */
@Component({
  selector: 'office-timeline',
  imports: [NgTemplateOutlet, TimelineLinks, TimelineRow],
  providers: [BarMover],
  templateUrl: './timeline.html',
  styleUrls: ['./timeline.scss', './timeline-phone.scss', './timeline-print.scss'],
  host: { '(window:beforeprint)': 'drawn.all()' },
})
export class Timeline {
  readonly #mover = inject(BarMover);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly rows = input.required<readonly PlanRow[]>();
  readonly axis = input.required<MonthAxis>();
  readonly zoom = input.required<PlanZoom>();
  readonly durationMonths = input.required<number>();
  readonly today = input.required<PlainDate>();
  readonly projectId = input.required<string>();
  /** Id of the row that is open. */
  readonly opened = input<string | null>(null);
  /** Number or id that the address asks for: a row, a deliverable or a milestone. */
  readonly asked = input<string | null>(null);
  /** Whether bars and marks can be moved to plan a change. */
  readonly movable = input.required<boolean>();
  readonly toggled = output<PlanRow>();
  /** A bar or a mark was let go in other months. */
  readonly planned = output<Move>();
  protected readonly panel = contentChild.required<TemplateRef<{ $implicit: PlanRow }>>(TemplateRef);

  protected readonly drawn = grown(() => this.rows().length, ROWS_A_FRAME);
  protected readonly shown = computed(() => this.rows().slice(0, this.drawn.count()));
  protected readonly years = computed(() => calendarYearsOf(this.axis()));
  protected readonly todayAt = computed(() => dayAt(this.axis(), this.today()));
  protected readonly labelled = computed(() => this.zoom() === 'month');
  protected readonly width = computed(() => monthsOf(this.axis()) * MONTH_WIDTH[this.zoom()]);
  /** Whether the months do not fit beside the names in a usual window. */
  protected readonly wide = computed(() => this.width() > WIDE);
  /** Distance of the lines of the grid, in percent. */
  protected readonly step = computed(() => (STEP[this.zoom()] * 100) / monthsOf(this.axis()));
  protected readonly ticks = computed(() =>
    ticksOf(this.axis(), this.zoom()).map((tick) => ({ ...tick, label: monthLabel(tick.month), name: monthName(tick.first) })),
  );
  protected readonly links = computed(() => linksOf(this.rows(), this.opened()));

  readonly #subjects = computed(
    () =>
      new Map(
        this.rows()
          .flatMap(movablesOf)
          .map((subject) => [subject.id, subject]),
      ),
  );
  protected readonly spoken = this.#mover.spoken;
  protected readonly move = this.#mover.move;
  /** Id of the row whose bar Tab reaches. */
  protected readonly tabbed = linkedSignal<readonly PlanRow[], string | null>({
    source: this.rows,
    computation: (rows, before) => (rows.find(({ id }) => id === before?.value) ?? rows.at(0))?.id ?? null,
  });

  constructor() {
    // Before the links inside hear of it: the click that ends a drag follows none of them.
    this.#host.nativeElement.addEventListener('click', (event) => this.#mover.click(event), { capture: true });
  }

  show(id: string): void {
    this.drawn.show(id);
  }

  protected moveIn({ id, marks }: PlanRow): Move | null {
    const move = this.move();
    return move && (move.subject.id === id || marks.some((mark) => mark.id === move.subject.id)) ? move : null;
  }

  protected grab(event: PointerEvent): void {
    this.#mover.grab(event, this.#scene());
  }

  protected drag(event: PointerEvent): void {
    this.#mover.drag(event, this.#scene());
  }

  protected drop(event: PointerEvent): void {
    this.#hand(this.#mover.drop(event));
  }

  protected cancel(): void {
    this.#mover.cancel(this.#scene());
  }

  protected leave(): void {
    this.#mover.leave(this.#scene());
  }

  protected click(event: MouseEvent): void {
    const row = this.#rowOfBar(event) ?? this.#rowOfMilestone(event);
    if (row) this.toggled.emit(row);
  }

  protected press(event: KeyboardEvent): void {
    const { handled, confirmed } = this.#mover.press(event, this.#scene());
    if (handled || this.#goOn(event)) event.preventDefault();
    this.#hand(confirmed);
  }

  protected focused(event: Event): void {
    const row = this.#rowOfBar(event);
    if (row) this.tabbed.set(row.id);
  }

  /** Keys of a bar that is not being moved: up and down to the next one, Enter opens its row. */
  #goOn(event: KeyboardEvent): boolean {
    const row = this.#rowOfBar(event);
    if (!row) return false;
    if (event.key === 'Enter' || event.key === ' ') this.toggled.emit(row);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#focusBar(row, event.key === 'ArrowDown' ? 1 : -1);
    else return false;
    return true;
  }

  #focusBar(row: PlanRow, by: 1 | -1): void {
    const bars = [...this.#host.nativeElement.querySelectorAll<HTMLElement>('.bar')];
    const at = bars.findIndex((bar) => bar.dataset['move'] === row.id);
    bars[at + by]?.focus();
  }

  #rowOfBar(event: Event): PlanRow | undefined {
    const id = (event.target as Element).closest<HTMLElement>('.bar')?.dataset['move'];
    return id === undefined ? undefined : this.rows().find((row) => row.id === id);
  }

  /** A milestone is reported on in the panel of its work package. */
  #rowOfMilestone(event: Event): PlanRow | undefined {
    const id = (event.target as Element).closest<HTMLElement>('.still')?.dataset['move'];
    return id === undefined ? undefined : this.rows().find(({ marks }) => marks.some((mark) => mark.id === id));
  }

  #hand(move: Move | null): void {
    if (move) this.planned.emit(move);
  }

  #scene(): Scene {
    const axis = this.axis();
    return {
      start: axis.start,
      durationMonths: this.durationMonths(),
      months: monthsOf(axis),
      subject: (id) => (this.movable() ? this.#subjects().get(id) : undefined),
    };
  }
}
