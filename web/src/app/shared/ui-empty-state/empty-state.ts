import { Component, input } from '@angular/core';
import { Icon, type IconName } from '../ui-icon/icon';

/** Nothing here yet: says so, and what to do first. Content is the first action. */
@Component({
  selector: 'office-empty-state',
  imports: [Icon],
  template: `
    <office-icon [name]="icon()" />
    <p class="heading">{{ heading() }}</p>
    @if (text()) {
      <p class="muted">{{ text() }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 4px;
      padding: 28px 16px;
      text-align: center;
      --icon-size: 26px;
    }

    office-icon {
      color: var(--ink-3);
    }

    .heading {
      font-weight: 600;
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input('');
  readonly icon = input<IconName>('inbox');
}
