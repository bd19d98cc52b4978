import { Component, computed, inject, input, output, type Type } from '@angular/core';
import type { MilestoneView, WorkPackagePlan } from '@office/contracts';
import { StatusChip } from '../../../../shared/ui-status-chip/status-chip';
import { Dialogs } from '../../../../shared/util-dialog/dialogs';
import { SessionStore } from '../../../../shared/util-session/session-store';
import { PlainDatePipe } from '../../../../shared/util-time/date.pipes';

/** Milestones of an opened work package, each with the way to report it; says `changed` when one was reported. */
@Component({
  selector: 'office-row-milestones',
  imports: [PlainDatePipe, StatusChip],
  template: `
    @if (milestones().length > 0) {
      <section aria-labelledby="row-milestones">
        <h3 id="row-milestones" i18n="@@rowMilestones.heading">Milestones</h3>
        <ul>
          @for (one of milestones(); track one.id) {
            <li>
              <span
                ><span class="code">{{ one.number }}</span> {{ one.title }} · {{ one.estimate ?? one.dueOn | plainDate }}</span
              >
              <office-status-chip [milestone]="one.state" />
              @if (one.late) {
                <office-status-chip />
              }
              <button type="button" class="act" (click)="open(one)">
                @if (mayReport(one)) {
                  <ng-container i18n="@@rowMilestones.report">Report</ng-container>
                } @else {
                  <ng-container i18n="@@rowMilestones.look">Details</ng-container>
                }
                <span class="visually-hidden">{{ one.number }}</span>
              </button>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    h3 {
      font-size: 13px;
    }

    ul {
      display: grid;
      gap: 4px;
      margin: 4px 0 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      align-items: center;
    }
  `,
})
export class RowMilestones {
  readonly #dialogs = inject(Dialogs);
  readonly #session = inject(SessionStore);
  /** Id of the work package. */
  readonly row = input.required<string>();
  readonly plan = input.required<readonly WorkPackagePlan[]>();
  readonly changed = output();

  protected readonly milestones = computed(() => this.plan().find(({ id }) => id === this.row())?.milestones ?? []);

  protected mayReport({ state, lead }: MilestoneView): boolean {
    return state !== 'achieved' && this.#session.may('milestone.report', { leadBeneficiaryId: lead.id });
  }

  protected async open({ id }: MilestoneView): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../milestone-dialog/milestone-dialog')).MilestoneDialog;
    const saved = await this.#dialogs.open<MilestoneView>(load, { id }, { width: '560px' });
    if (saved !== undefined) this.changed.emit();
  }
}
