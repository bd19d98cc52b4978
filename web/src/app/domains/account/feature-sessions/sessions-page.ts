import { Component, inject } from '@angular/core';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { Time } from '../../../shared/ui-time/time';
import { SessionsStore } from './sessions-store';

@Component({
  selector: 'office-sessions-page',
  imports: [ActionButton, Card, ErrorState, PageHeader, Skeleton, Time],
  providers: [SessionsStore],
  templateUrl: './sessions-page.html',
  styles: `
    .here {
      color: var(--ok);
      font-weight: 600;
    }
  `,
})
export class SessionsPage {
  protected readonly store = inject(SessionsStore);
  protected readonly words = {
    started: $localize`:@@sessions.started:Signed in`,
    seen: $localize`:@@sessions.seen:Last seen`,
    until: $localize`:@@sessions.until:Ends at the latest`,
  };
}
