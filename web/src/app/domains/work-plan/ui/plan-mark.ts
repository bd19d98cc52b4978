import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { PlainDate } from '@office/domain';
import { dueWords } from '../data/months';
import type { PlanMark } from '../data/plan-marks';

/**
 * A deliverable or a milestone on the month axis: its shape says which, shape inside and colour its state, its name all
 * of it. `data-move` lets the timeline move it.
 */
@Component({
  selector: 'office-plan-mark',
  template: `
    @if (mark().kind === 'deliverable') {
      <a
        draggable="false"
        [attr.href]="address()"
        (click)="follow($event)"
        [attr.data-move]="mark().id"
        [attr.title]="name()"
        [class.moving]="moving()"
      >
        <i [attr.data-kind]="mark().kind" [attr.data-look]="mark().look" aria-hidden="true"></i>
        <b>{{ mark().number }}</b>
        <span class="rest"> {{ rest() }}</span>
      </a>
    } @else {
      <button type="button" class="still" [attr.data-move]="mark().id" [attr.title]="name()" [class.moving]="moving()">
        <i [attr.data-kind]="mark().kind" [attr.data-look]="mark().look" aria-hidden="true"></i>
        <b>{{ mark().number }}</b>
        <span class="rest"> {{ rest() }}</span>
      </button>
    }
  `,
  styleUrl: './plan-mark.scss',
  host: { '[class.labelled]': 'labelled()' },
})
export class PlanMarkLabel {
  readonly #router = inject(Router);

  readonly mark = input.required<PlanMark>();
  /** First day of the project. */
  readonly start = input.required<PlainDate>();
  readonly projectId = input.required<string>();
  /** Shows the number beside the mark; there is room for it when one year is shown. */
  readonly labelled = input(false);
  readonly moving = input(false);
  protected readonly address = computed(() => `/p/${this.projectId()}/deliverables/${this.mark().id}`);
  protected readonly rest = computed(() => {
    const { title, dueMonth, word } = this.mark();
    return `${title} · ${dueWords(this.start(), dueMonth)} · ${word}`;
  });
  protected readonly name = computed(() => `${this.mark().number} ${this.rest()}`);

  /** By hand: hundreds of router links would each look at the address whenever a filter changes it. */
  protected follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.#router.navigateByUrl(this.address());
  }
}
