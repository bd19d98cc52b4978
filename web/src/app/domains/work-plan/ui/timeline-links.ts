import { afterRenderEffect, Component, DOCUMENT, ElementRef, inject, input, signal } from '@angular/core';
import type { LinkLine } from '../data/links';
import { type MonthAxis, monthsOf } from '../data/month-axis';

interface Path {
  readonly id: string;
  readonly d: string;
}

/** Pixels that a line goes straight before it turns. */
const TURN = 9;

/** The lines from what comes first to what waits for it, drawn over the timeline that this stands in. */
@Component({
  selector: 'office-timeline-links',
  template: `
    <svg aria-hidden="true" focusable="false">
      <defs>
        <marker id="plan-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      @for (path of paths(); track path.id) {
        <path class="line" marker-end="url(#plan-arrow)" [attr.d]="path.d" />
      }
    </svg>
  `,
  styles: `
    :host {
      position: absolute;
      z-index: 2;
      inset: 0;
      pointer-events: none;
    }

    svg {
      width: 100%;
      height: 100%;
      overflow: visible;
    }

    marker path {
      fill: var(--review);
    }

    .line {
      fill: none;
      stroke: var(--review);
      stroke-width: 1.6;
    }

    @media (max-width: 720px) {
      :host {
        display: none;
      }
    }
  `,
})
export class TimelineLinks {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #document = inject(DOCUMENT);

  readonly lines = input.required<readonly LinkLine[]>();
  readonly axis = input.required<MonthAxis>();
  /** How many rows are drawn: the lines are drawn anew when there are more. */
  readonly drawn = input.required<number>();
  protected readonly paths = signal<readonly Path[]>([]);

  constructor() {
    // Where rows stand is known only once they are laid out.
    afterRenderEffect({
      earlyRead: () => {
        this.drawn();
        return this.lines().flatMap((line) => this.#path(line));
      },
      write: (paths) => this.paths.set(paths()),
    });
  }

  #path({ id, from, to }: LinkLine): Path[] {
    const [start, end] = [this.#point(from.rowId, from.endMonth + 1), this.#point(to.rowId, to.startMonth)];
    if (!start || !end) return [];
    const out = start.x + TURN;
    const into = end.x - TURN;
    const half = end.y > start.y ? end.y - 15 : end.y + 15;
    const way = into >= out ? `H${into}V${end.y}` : `H${out}V${half}H${into}V${end.y}`;
    return [{ id, d: `M${start.x} ${start.y}${way}H${end.x - 1}` }];
  }

  /** The beginning of a month in a row, in pixels of the picture. */
  #point(rowId: string, month: number): { x: number; y: number } | null {
    const cell = this.#document.getElementById(`plan-${rowId}`)?.querySelector('td');
    if (!cell) return null;
    const [picture, place] = [this.#host.nativeElement.getBoundingClientRect(), cell.getBoundingClientRect()];
    const { from } = this.axis();
    const share = Math.min(1, Math.max(0, (month - from) / monthsOf(this.axis())));
    return {
      x: Math.round(place.left - picture.left + share * place.width),
      y: Math.round(place.top - picture.top + Math.min(place.height, 42) / 2),
    };
  }
}
