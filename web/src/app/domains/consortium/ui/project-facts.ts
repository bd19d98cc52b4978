import { Component, computed, input } from '@angular/core';
import type { ProjectView } from '@office/contracts';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { MoneyPipe } from '../../../shared/util-locale/money.pipe';
import { PlainDatePipe } from '../../../shared/util-time/date.pipes';

/** What the grant agreement says about the project as a whole. */
@Component({
  selector: 'office-project-facts',
  imports: [DemoBadge, MoneyPipe, PlainDatePipe],
  template: `
    <dl>
      <dt i18n="@@facts.title">Title</dt>
      <dd>{{ project().title }}</dd>
      <dt i18n="@@facts.grant">Grant agreement</dt>
      <dd>{{ project().grantNumber }}</dd>
      <dt i18n="@@facts.call">Call</dt>
      <dd>
        {{ project().call }} · <ng-container i18n="@@facts.strand">strand {{ project().strand }}</ng-container>
      </dd>
      <dt i18n="@@facts.programme">Programme</dt>
      <dd>{{ project().programme }}</dd>
      <dt i18n="@@facts.duration">Duration</dt>
      <dd>
        {{ project().startDate | plainDate }} – {{ project().endDate | plainDate }} ·
        <ng-container i18n="@@facts.months">{{ project().durationMonths }} months</ng-container>
      </dd>
      <dt i18n="@@facts.authority">Granting authority</dt>
      <dd>{{ project().grantingAuthority }}</dd>
      <dt i18n="@@facts.maximumGrant">Maximum grant</dt>
      <dd>
        {{ project().maximumGrantCents | money: project().currency : 'exact' }} ·
        <ng-container i18n="@@facts.rate">funding rate {{ rate() }} %</ng-container>
        @if (demonstration()) {
          <office-demo-badge />
        }
      </dd>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: 128px minmax(0, 1fr);
      gap: 8px 14px;
      margin: 0;
    }

    dt {
      color: var(--ink-3);
    }

    dd {
      margin: 0;
    }
  `,
})
export class ProjectFacts {
  readonly project = input.required<ProjectView>();
  /** The money is invented so that the app can be tried. */
  readonly demonstration = input(false);
  protected readonly rate = computed(() => this.project().fundingRateBasisPoints / 100);
}
