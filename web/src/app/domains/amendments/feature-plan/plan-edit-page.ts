import '../../../shared/page-kit';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { PlanChange } from '@office/domain';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { PageHeader, type Crumb } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import type { ChangeTask } from '../feature-change/change-task';
import { FindingList } from '../ui/finding-list';
import { PlanOutlineTable } from '../ui/plan-outline-table';
import { PlanEditStore } from './plan-edit-store';
import type { SignatureQuestion } from './signature-dialog';

/** The plan with everything that is wrong or odd about it, changed row by row. */
@Component({
  selector: 'office-plan-edit-page',
  imports: [ActionButton, Card, ErrorState, FindingList, PageHeader, PlanOutlineTable, Skeleton],
  providers: [PlanEditStore],
  template: `
    <div class="page">
      @if (store.page.data(); as view) {
        <office-page-header [heading]="heading()" [subtitle]="subtitle()" [crumbs]="crumbs()">
          <div headerActions class="buttons">
            @if (store.mayEdit()) {
              @if (!view.agreement.locked) {
                <office-action-button [reason]="notYet()" (act)="sign()" i18n="@@planEdit.sign">Record the signature</office-action-button>
              }
              <office-action-button look="filled" (act)="change()" i18n="@@planEdit.change">Change something</office-action-button>
            }
          </div>
        </office-page-header>
        @if (view.findings.length > 0) {
          <div class="grid">
            <office-card i18n-heading="@@planEdit.findings" heading="Findings about the whole plan">
              <office-finding-list [findings]="view.findings" />
            </office-card>
          </div>
        }
        <office-card i18n-heading="@@planEdit.plan" heading="The plan" flush>
          <office-plan-outline-table [plan]="view.plan" [name]="store.names()!.name" />
        </office-card>
      } @else if (store.page.problem(); as problem) {
        <office-error-state [problem]="problem" (retry)="store.page.reload()" />
      } @else {
        <office-skeleton shape="table" [rows]="10" />
      }
    </div>
  `,
  styles: `
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class PlanEditPage {
  readonly #dialogs = inject(Dialogs);
  readonly projectId = input.required<string>();
  protected readonly store = inject(PlanEditStore);
  readonly #locked = computed(() => this.store.page.data()?.agreement.locked ?? true);

  protected readonly heading = computed(() =>
    this.#locked() ? $localize`:@@planEdit.locked:Change the plan without an amendment` : $localize`:@@planEdit.open:Edit the plan`,
  );
  protected readonly subtitle = computed(() =>
    this.#locked()
      ? $localize`:@@planEdit.lockedText:What is free, or for the consortium to agree on, is changed at once; anything else needs an amendment.`
      : $localize`:@@planEdit.openText:The agreement is not signed yet: every change is made at once.`,
  );
  protected readonly crumbs = computed<readonly Crumb[]>(() => [
    { label: $localize`:@@amendments.heading:Amendments`, link: ['/p', this.projectId(), 'amendments'] },
    { label: this.heading() },
  ]);
  /** Why the agreement cannot be signed like this. */
  protected readonly notYet = computed(() =>
    this.store.page.data()?.findings.some(({ level }) => level === 'error')
      ? $localize`:@@planEdit.errors:The plan has errors; see the findings.`
      : null,
  );

  protected async change(): Promise<void> {
    const task: ChangeTask = {
      target: 'plan',
      changes: signal<readonly PlanChange[]>([]),
      original: null,
      save: (change, note) => this.store.apply(change, note),
    };
    await this.#dialogs.open(async () => (await import('../feature-change/plan-change-dialog')).PlanChangeDialog, task, { width: '680px' });
  }

  protected async sign(): Promise<void> {
    const question: SignatureQuestion = { today: this.store.today(), save: (on) => this.store.sign(on) };
    await this.#dialogs.open(async () => (await import('./signature-dialog')).SignatureDialog, question, { width: '440px' });
  }
}
