import { Component, input } from '@angular/core';

/** What the shapes of the timeline mean. */
@Component({
  selector: 'office-plan-legend',
  template: `
    <span class="item"><i class="bar"></i><ng-container i18n="@@plan.legendTask">task and its progress</ng-container></span>
    <span class="item"><i class="bar late"></i><ng-container i18n="@@plan.legendLate">late</ng-container></span>
    <span class="item"><i class="bar package"></i><ng-container i18n="@@plan.legendPackage">work package</ng-container></span>
    <span class="item"><i class="signed"></i><ng-container i18n="@@plan.legendBaseline">as signed</ng-container></span>
    <span class="item"><i class="blocked"></i><ng-container i18n="@@plan.legendBlocked">blocked</ng-container></span>
    <span class="item">
      <i class="mark" data-kind="deliverable" data-look="drafting"></i
      ><ng-container i18n="@@plan.legendDeliverable">deliverable</ng-container>
    </span>
    <span class="item">
      <i class="mark" data-kind="deliverable" data-look="done"></i
      ><ng-container i18n="@@plan.legendAccepted">signed off or accepted</ng-container>
    </span>
    <span class="item">
      <i class="mark" data-kind="deliverable" data-look="late"></i
      ><ng-container i18n="@@plan.legendLateDeliverable">late deliverable</ng-container>
    </span>
    <span class="item">
      <i class="mark" data-kind="milestone" data-look="planned"></i><ng-container i18n="@@plan.legendMilestone">milestone</ng-container>
    </span>
    <ng-content />
    @if (movable()) {
      <span class="muted" i18n="@@plan.legendDates"
        >Drag a bar or use the arrow keys to plan a change; contract dates change only with an amendment</span
      >
    }
  `,
  styleUrl: './plan-legend.scss',
})
export class PlanLegend {
  /** Whether the person's role ever plans changes. */
  readonly movable = input.required<boolean>();
}
