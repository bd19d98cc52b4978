import { Component, computed, input, output, signal } from '@angular/core';
import type { WorkPackagePlan } from '@office/contracts';
import { DependsOn } from './depends-on';
import { RowMilestones } from './row-milestones';

/**
 * What hangs together with an opened row: of a task what it depends on; of a work package its milestones, and what its
 * deliverables depend on. `changed` asks for the plan to be read anew.
 */
@Component({
  selector: 'office-row-links',
  imports: [DependsOn, RowMilestones],
  template: `
    @if (workPackage(); as own) {
      <office-row-milestones [row]="row()" [plan]="plan()" (changed)="changed.emit()" />
      @if (own.deliverables.length > 0) {
        <details #details (toggle)="unfolded.set(details.open)">
          <summary i18n="@@rowLinks.deliverables">What its deliverables depend on</summary>
          @for (deliverable of unfolded() ? own.deliverables : []; track deliverable.id) {
            <p class="name">
              <span class="code">{{ deliverable.number }}</span> {{ deliverable.title }}
            </p>
            <office-depends-on [row]="deliverable.id" [plan]="plan()" (changed)="changed.emit()" />
          }
        </details>
      }
    } @else {
      <office-depends-on [row]="row()" [plan]="plan()" (changed)="changed.emit()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      padding: 0 16px 14px 44px;
    }

    summary {
      min-height: 28px;
      color: var(--brand);
      font-size: 13px;
      font-weight: 600;
      cursor: pointer;
    }

    .name {
      margin-top: 10px;
      font-weight: 600;
    }

    @media (max-width: 900px) {
      :host {
        padding: 0 0 12px;
      }
    }
  `,
})
export class RowLinks {
  /** Id of the row: a task or a work package. */
  readonly row = input.required<string>();
  /** The whole plan, whatever of it is shown. */
  readonly plan = input.required<readonly WorkPackagePlan[]>();
  readonly changed = output();
  /** A work package has many deliverables, each with a choice of the whole plan: drawn when they are looked at. */
  protected readonly unfolded = signal(false);
  protected readonly workPackage = computed(() => this.plan().find(({ id }) => id === this.row()));
}
