import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlainDate } from '@office/domain';
import { dueWords } from '../data/months';
import type { PlanMark } from '../data/plan-marks';

/**
 * A deliverable or a milestone on the month axis: its shape says which, shape inside and colour its state, its name all
 * of it. `data-move` lets the timeline move it.
 */
@Component({
  selector: 'office-plan-mark',
  imports: [RouterLink],
  template: `
    @if (mark().kind === 'deliverable') {
      <a
        draggable="false"
        [routerLink]="['/p', projectId(), 'deliverables', mark().id]"
        [attr.data-move]="mark().id"
        [attr.title]="name()"
        [class.moving]="moving()"
      >
        <i [attr.data-kind]="mark().kind" [attr.data-look]="mark().look" aria-hidden="true"></i>
        <b>{{ mark().number }}</b>
        <span class="rest"> {{ rest() }}</span>
      </a>
    } @else {
      <span class="still" [attr.data-move]="mark().id" [attr.title]="name()" [class.moving]="moving()">
        <i [attr.data-kind]="mark().kind" [attr.data-look]="mark().look" aria-hidden="true"></i>
        <b>{{ mark().number }}</b>
        <span class="rest"> {{ rest() }}</span>
      </span>
    }
  `,
  styleUrl: './plan-mark.scss',
  host: { '[class.labelled]': 'labelled()' },
})
export class PlanMarkLabel {
  readonly mark = input.required<PlanMark>();
  /** First day of the project. */
  readonly start = input.required<PlainDate>();
  readonly projectId = input.required<string>();
  /** Shows the number beside the mark; there is room for it when one year is shown. */
  readonly labelled = input(false);
  readonly moving = input(false);
  protected readonly rest = computed(() => {
    const { title, dueMonth, word } = this.mark();
    return `${title} · ${dueWords(this.start(), dueMonth)} · ${word}`;
  });
  protected readonly name = computed(() => `${this.mark().number} ${this.rest()}`);
}
