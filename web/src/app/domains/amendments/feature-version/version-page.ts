import '../../../shared/page-kit';
import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import type { PlanVersionView } from '@office/contracts';
import { Card } from '../../../shared/ui-card/card';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader, type Crumb } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { dateWords } from '../../../shared/util-time/words';
import { namesOfDifferences } from '../data/names';
import { DifferenceList } from '../ui/difference-list';
import { PlanOutlineTable } from '../ui/plan-outline-table';

/** One version of the agreement: what it changed, and the plan as it was agreed then. */
@Component({
  selector: 'office-version-page',
  imports: [Card, DifferenceList, ErrorState, PageHeader, PlanOutlineTable, Skeleton],
  template: `
    <div class="page">
      @if (page.data(); as view) {
        <office-page-header [heading]="heading()" [subtitle]="when()" [crumbs]="crumbs()" />
        @if (view.differences.length > 0) {
          <div class="grid">
            <office-card i18n-heading="@@amendment.differences" heading="What changed" flush>
              <office-difference-list [differences]="view.differences" [names]="names()!" [beforeLabel]="before" [afterLabel]="heading()" />
            </office-card>
          </div>
        }
        <office-card i18n-heading="@@version.plan" heading="The plan as agreed" flush>
          <office-plan-outline-table [plan]="view.plan" [name]="names()!.name" />
        </office-card>
      } @else if (page.problem(); as problem) {
        <office-error-state [problem]="problem" (retry)="page.reload()" />
      } @else {
        <office-skeleton shape="table" [rows]="10" />
      }
    </div>
  `,
})
export class VersionPage {
  readonly #api = inject(ProjectApi);
  readonly projectId = input.required<string>();
  readonly number = input.required({ transform: numberAttribute });
  protected readonly page = pageResource<PlanVersionView>(() => this.#api.url('work-plan', 'versions', String(this.number())));

  protected readonly before = $localize`:@@version.before:Version before`;
  protected readonly heading = computed(() => {
    const label = this.page.data()?.amendment?.label;
    return label === undefined
      ? $localize`:@@version.signedHeading:Agreement as signed`
      : $localize`:@@version.afterHeading:Agreement after amendment ${label}:number:`;
  });
  protected readonly when = computed(() => {
    const view = this.page.data();
    if (!view) return '';
    const from = dateWords(view.inForceFrom);
    return view.inForceTo === null
      ? $localize`:@@version.from:In force from ${from}:from:`
      : $localize`:@@version.fromTo:In force from ${from}:from: to ${dateWords(view.inForceTo)}:to:`;
  });
  protected readonly crumbs = computed<readonly Crumb[]>(() => [
    { label: $localize`:@@amendments.heading:Amendments`, link: ['/p', this.projectId(), 'amendments'] },
    { label: this.heading() },
  ]);
  protected readonly names = computed(() => {
    const view = this.page.data();
    return view ? namesOfDifferences(view.differences, view.names, view.plan.startDate) : null;
  });
}
