import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeliverableView } from '@office/contracts';
import { isWithEacea } from '@office/domain';
import { DueDate } from '../../../shared/ui-due-date/due-date';
import { MoneyPipe } from '../../../shared/util-locale/money.pipe';
import { plural } from '../../../shared/util-locale/format';
import { levelWords, typeWords } from '../data/contract-words';

/** What the signed agreement says about a deliverable. */
@Component({
  selector: 'office-contract-facts',
  imports: [DueDate, MoneyPipe, RouterLink],
  template: `
    @let view = deliverable();
    <dl>
      <dt i18n="@@contract.lead">Lead</dt>
      <dd>{{ view.lead.name }}</dd>
      @if (contributors()) {
        <dt i18n="@@contract.contributors">Contributors</dt>
        <dd>{{ contributors() }}</dd>
      }
      <dt i18n="@@contract.type">Type</dt>
      <dd>{{ type() }}</dd>
      <dt i18n="@@contract.dissemination">Dissemination</dt>
      <dd>{{ level() }}</dd>
      <dt i18n="@@contract.due">Due</dt>
      <dd><office-due-date [on]="view.dueOn" [month]="view.dueMonth" [done]="handedOver()" /></dd>
      <dt i18n="@@contract.stake">Money at stake</dt>
      <dd>
        <a [routerLink]="completion()" [attr.title]="completionWords()"
          >{{ view.stake.cents | money: view.stake.currency }} {{ view.workPackage.number }}, {{ partners() }}</a
        >
      </dd>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: 108px minmax(0, 1fr);
      gap: 7px 10px;
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
export class ContractFacts {
  readonly deliverable = input.required<DeliverableView>();
  readonly projectId = input.required<string>();
  /** Which partners' parts the lump sum of the work package waits for. */
  protected readonly completion = computed(() => ['/p', this.projectId(), 'work-plan', this.deliverable().workPackage.id, 'completion']);
  protected readonly completionWords = computed(
    () => $localize`:@@contract.completion:What the lump sum of ${this.deliverable().workPackage.number}:number: waits for`,
  );
  protected readonly contributors = computed(() =>
    this.deliverable()
      .contributors.map((beneficiary) => beneficiary.shortName)
      .join(', '),
  );
  protected readonly type = computed(() => typeWords(this.deliverable().type));
  protected readonly level = computed(() => levelWords(this.deliverable().disseminationLevel));
  protected readonly handedOver = computed(() => isWithEacea(this.deliverable().state));
  protected readonly partners = computed(() => {
    const count = this.deliverable().stake.beneficiaries;
    return plural(count, {
      one: $localize`:@@contract.partner:1 partner`,
      other: $localize`:@@contract.partners:${count}:count: partners`,
    });
  });
}
