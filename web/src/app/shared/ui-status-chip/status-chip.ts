import { Component, computed, input } from '@angular/core';
import type {
  AmendmentState,
  ClaimState,
  DeclarationKind,
  DeliverableState,
  MilestoneState,
  PortalState,
  ReportState,
  Timeliness,
  Verdict,
  WorkState,
} from '@office/domain';
import {
  amendmentChip,
  type ChipWords,
  claimChip,
  declarationChip,
  deliverableChip,
  lateChip,
  milestoneChip,
  portalChip,
  reportChip,
  timelinessChip,
  verdictChip,
  workChip,
} from './status-words';

/** A status by shape, word and colour; give exactly one of its inputs. `round` adds the review round. */
@Component({
  selector: 'office-status-chip',
  template: `<span class="chip" [attr.data-look]="chip().look">{{ text() }}</span>`,
  styleUrl: './status-chip.scss',
})
export class StatusChip {
  readonly deliverable = input<DeliverableState>();
  readonly work = input<WorkState>();
  readonly timeliness = input<Timeliness>();
  readonly verdict = input<Verdict>();
  readonly portal = input<PortalState>();
  readonly milestone = input<MilestoneState>();
  readonly report = input<ReportState>();
  readonly amendment = input<AmendmentState>();
  readonly declaration = input<DeclarationKind>();
  readonly claim = input<ClaimState>();
  /** A status that only one page knows. */
  readonly words = input<ChipWords>();
  /** Shown with a deliverable that is in review. */
  readonly round = input<number | null>(null);

  protected readonly chip = computed<ChipWords>(() => {
    const [deliverable, work, timeliness] = [this.deliverable(), this.work(), this.timeliness()];
    const [verdict, portal, milestone, report] = [this.verdict(), this.portal(), this.milestone(), this.report()];
    const words = this.words();
    if (words !== undefined) return words;
    if (deliverable !== undefined) return deliverableChip(deliverable);
    if (work !== undefined) return workChip(work);
    if (timeliness !== undefined) return timelinessChip(timeliness);
    if (verdict !== undefined) return verdictChip(verdict);
    if (milestone !== undefined) return milestoneChip(milestone);
    if (report !== undefined) return reportChip(report);
    const [amendment, declaration, claim] = [this.amendment(), this.declaration(), this.claim()];
    if (amendment !== undefined) return amendmentChip(amendment);
    if (declaration !== undefined) return declarationChip(declaration);
    if (claim !== undefined) return claimChip(claim);
    return portal !== undefined ? portalChip(portal) : lateChip();
  });

  protected readonly text = computed(() => {
    const { word } = this.chip();
    const round = this.round();
    return this.deliverable() === 'in-review' && round !== null
      ? $localize`:@@state.withRound:${word}:state: · round ${round}:round:`
      : word;
  });
}
