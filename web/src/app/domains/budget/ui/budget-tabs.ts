import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '../../../shared/util-session/session-store';

/** The pages of the budget. */
@Component({
  selector: 'office-budget-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav i18n-aria-label="@@budgetTabs.label" aria-label="Budget">
      <a
        [routerLink]="home()"
        routerLinkActive="here"
        [routerLinkActiveOptions]="{ exact: true }"
        ariaCurrentWhenActive="page"
        i18n="@@budgetTabs.shares"
        >Shares</a
      >
      <a [routerLink]="[...home(), 'cash']" routerLinkActive="here" ariaCurrentWhenActive="page" i18n="@@budgetTabs.cash">Cash</a>
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 4px;
      margin-bottom: var(--gap);
      border-bottom: 1px solid var(--line);
    }

    a {
      display: flex;
      align-items: center;
      min-height: 44px;
      padding: 0 14px;
      color: var(--ink-2);
      font-weight: 600;
      text-decoration: none;
    }

    .here {
      box-shadow: inset 0 -2px 0 var(--brand);
      color: var(--brand);
    }
  `,
})
export class BudgetTabs {
  readonly #session = inject(SessionStore);

  protected home(): string[] {
    return ['/p', this.#session.project()?.projectId ?? '', 'budget'];
  }
}
