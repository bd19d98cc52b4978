import { Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';

export interface Crumb {
  readonly label: string;
  /** Where it leads, as `routerLink` takes it; left out for the last one. */
  readonly link?: string | readonly unknown[];
}

/** Head of a page: names the browser tab too. Slots: `[headerChips]` beside the title, `[headerActions]` at the right. */
@Component({
  selector: 'office-page-header',
  imports: [RouterLink],
  template: `
    @if (crumbs().length > 0) {
      <nav i18n-aria-label="@@header.breadcrumb" aria-label="Breadcrumb">
        <ol>
          @for (crumb of crumbs(); track $index) {
            <li>
              @if (crumb.link) {
                <a [routerLink]="crumb.link">{{ crumb.label }}</a>
              } @else {
                {{ crumb.label }}
              }
            </li>
          }
        </ol>
      </nav>
    }
    <div class="head">
      <div class="words">
        <div class="title">
          <h1>{{ heading() }}</h1>
          <ng-content select="[headerChips]" />
        </div>
        @if (subtitle()) {
          <p>{{ subtitle() }}</p>
        }
      </div>
      <div class="actions"><ng-content select="[headerActions]" /></div>
    </div>
  `,
  styleUrl: './page-header.scss',
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly subtitle = input('');
  readonly crumbs = input<readonly Crumb[]>([]);

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle($localize`:@@header.tab:${this.heading()}:page: · Project office`));
  }
}
