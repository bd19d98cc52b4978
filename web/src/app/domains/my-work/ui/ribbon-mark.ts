import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RibbonMark } from '@office/contracts';
import { dateWords } from '../../../shared/util-time/words';
import { markLook } from './mark-look';

/** The label of one mark; it leads to the deliverable's page, the milestone in the plan, or the report. */
@Component({
  selector: 'office-ribbon-mark',
  imports: [RouterLink],
  template: `
    @if (link(); as to) {
      <a [routerLink]="to.path" [queryParams]="to.query" [attr.data-look]="look().look" [attr.title]="words()">
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
  protected readonly link = computed(() => linkOf(this.mark(), this.projectId()));
  protected readonly look = computed(() => markLook(this.mark()));
  protected readonly words = computed(() => `${this.mark().title} · ${dateWords(this.mark().on)} · ${this.look().word}`);
}

interface MarkLink {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

function linkOf({ kind, id }: RibbonMark, projectId: string): MarkLink | null {
  if (id === null) return null;
  const home = ['/p', projectId];
  if (kind === 'deliverable') return { path: [...home, 'deliverables', id], query: {} };
  return kind === 'milestone'
    ? { path: [...home, 'work-plan'], query: { open: id } }
    : { path: [...home, 'reports'], query: { report: id } };
}
