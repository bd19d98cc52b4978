import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SavedView } from '@office/contracts';
import { Icon } from '../../../shared/ui-icon/icon';
import { Menu } from '../../../shared/ui-menu/menu';

/** A view with the parameters of its address. */
export interface ViewLink {
  readonly view: SavedView;
  readonly parameters: Record<string, string | null>;
}

/** The person's own views of the list, side by side; what is shown and not kept yet can be. */
@Component({
  selector: 'office-view-bar',
  imports: [Icon, Menu, RouterLink],
  template: `
    <nav i18n-aria-label="@@views.label" aria-label="Views of the list">
      <a routerLink="." [queryParams]="whole()" [attr.aria-current]="isWhole() ? 'true' : null" i18n="@@views.all">All</a>
      @for (link of links(); track link.view.id) {
        <a routerLink="." [queryParams]="link.parameters" [attr.aria-current]="link.view.id === current()?.id ? 'true' : null">
          {{ link.view.name }}
          @if (link.view.standard) {
            <office-icon name="home" /><span class="visually-hidden" i18n="@@views.standard">, the list opens with it</span>
          }
        </a>
      }
    </nav>
    @if (current(); as view) {
      <office-menu i18n-label="@@views.options" label="This view">
        <span menuLabel class="more" aria-hidden="true">···</span>
        <button type="button" i18n="@@views.rename" (click)="rename.emit(view)">Rename</button>
        @if (view.standard) {
          <button type="button" i18n="@@views.noStandard" (click)="standard.emit({ view, standard: false })">
            Open the list with all deliverables
          </button>
        } @else {
          <button type="button" i18n="@@views.makeStandard" (click)="standard.emit({ view, standard: true })">
            Open the list with this view
          </button>
        }
        <button type="button" i18n="@@views.remove" (click)="remove.emit(view)">Delete</button>
      </office-menu>
    } @else if (!isWhole()) {
      <button type="button" class="save" i18n="@@views.save" (click)="save.emit()">Save this view</button>
    }
  `,
  styleUrl: './view-bar.scss',
})
export class ViewBar {
  readonly links = input.required<readonly ViewLink[]>();
  /** The view that shows what is shown now; null when none does. */
  readonly current = input.required<SavedView | null>();
  readonly isWhole = input.required<boolean>();
  /** Parameters that take every filter out of the address. */
  readonly whole = input.required<Record<string, string | null>>();
  readonly save = output();
  readonly rename = output<SavedView>();
  readonly standard = output<{ view: SavedView; standard: boolean }>();
  readonly remove = output<SavedView>();
}
