import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RibbonMark } from '@office/contracts';
import { dateWords } from '../../../shared/util-time/words';
import { markLook } from './mark-look';

/** The label of one mark; a deliverable's leads to its page. */
@Component({
  selector: 'office-ribbon-mark',
  imports: [RouterLink],
  template: `
    @if (mark().kind === 'deliverable' && mark().id) {
      <a [routerLink]="['/p', projectId(), 'deliverables', mark().id]" [attr.data-look]="look().look" [attr.title]="words()">
        <i [attr.data-kind]="mark().kind" aria-hidden="true"></i>{{ mark().number }}<span class="visually-hidden">, {{ words() }}</span>
      </a>
    } @else {
      <span class="label" [attr.data-look]="look().look" [attr.title]="words()">
        <i [attr.data-kind]="mark().kind" aria-hidden="true"></i>{{ mark().number }}<span class="visually-hidden">, {{ words() }}</span>
      </span>
    }
  `,
  styleUrl: './ribbon-mark.scss',
})
export class RibbonMarkLabel {
  readonly mark = input.required<RibbonMark>();
  readonly projectId = input.required<string>();
  protected readonly look = computed(() => markLook(this.mark()));
  protected readonly words = computed(() => `${this.mark().title} · ${dateWords(this.mark().on)} · ${this.look().word}`);
}
