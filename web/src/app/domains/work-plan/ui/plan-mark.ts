import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanMark } from '../data/plan-marks';

/** A deliverable or a milestone on the month axis: its shape says which, shape inside and colour its state, its name all of it. */
@Component({
  selector: 'office-plan-mark',
  imports: [RouterLink],
  template: `
    @if (mark().kind === 'deliverable') {
      <a [routerLink]="['/p', projectId(), 'deliverables', mark().id]" [attr.title]="name()">
        <i [attr.data-kind]="mark().kind" [attr.data-look]="mark().look" aria-hidden="true"></i>
        <b>{{ mark().number }}</b>
        <span class="rest"> {{ rest() }}</span>
      </a>
    } @else {
      <span class="still" [attr.title]="name()">
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
  readonly projectId = input.required<string>();
  /** Shows the number beside the mark; there is room for it when one year is shown. */
  readonly labelled = input(false);
  protected readonly rest = computed(() => {
    const { title, due, word } = this.mark();
    return `${title} · ${due} · ${word}`;
  });
  protected readonly name = computed(() => `${this.mark().number} ${this.rest()}`);
}
