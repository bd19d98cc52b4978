import '../../shared/page-kit';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../shared/ui-empty-state/empty-state';
import { PageHeader } from '../../shared/ui-page-header/page-header';

@Component({
  selector: 'office-not-found',
  imports: [EmptyState, PageHeader, RouterLink],
  template: `
    <div class="page">
      <office-page-header i18n-heading="@@notFound.title" heading="Nothing at this address" />
      <office-empty-state
        icon="search"
        i18n-heading="@@notFound.heading"
        heading="This page does not exist, or not for you"
        i18n-text="@@notFound.text"
        text="It may have been moved, or it belongs to a project that you are not a member of."
      >
        <a routerLink="/" i18n="@@notFound.home">Go to your work</a>
      </office-empty-state>
    </div>
  `,
})
export class NotFound {}
