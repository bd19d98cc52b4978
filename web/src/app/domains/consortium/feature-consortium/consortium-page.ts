import { Component, computed, inject } from '@angular/core';
import { Card } from '../../../shared/ui-card/card';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { SessionStore } from '../../../shared/util-session/session-store';
import { BeneficiaryTable } from '../ui/beneficiary-table';
import { PeopleTable } from '../ui/people-table';
import { PeriodTable } from '../ui/period-table';
import { ProjectFacts } from '../ui/project-facts';
import { ConsortiumStore } from './consortium-store';

@Component({
  selector: 'office-consortium-page',
  imports: [BeneficiaryTable, Card, ErrorState, PageHeader, PeopleTable, PeriodTable, ProjectFacts, Skeleton],
  providers: [ConsortiumStore],
  templateUrl: './consortium-page.html',
  styles: `
    .part {
      display: block;
      margin-bottom: var(--gap);
    }

    .pair {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr));
    }
  `,
})
export class ConsortiumPage {
  readonly #session = inject(SessionStore);
  protected readonly store = inject(ConsortiumStore);
  protected readonly projectId = computed(() => this.#session.project()?.projectId ?? '');
  protected readonly demonstration = computed(() => this.#session.project()?.demonstration ?? false);
  protected readonly subtitle = computed(() => {
    const view = this.store.page.data();
    if (!view) return '';
    const { beneficiaries, people } = view;
    const countries = new Set(beneficiaries.map((beneficiary) => beneficiary.country)).size;
    return $localize`:@@partners.subtitle:${beneficiaries.length}:partners: organisations in ${countries}:countries: countries · ${people.length}:people: people`;
  });
}
