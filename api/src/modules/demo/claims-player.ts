import type { ClaimView, ReportView } from '@office/contracts';
import { dateIn } from '@office/domain';
import type { Clock } from '../../core/clock/clock.js';
import type { ProjectActor } from '../../core/http/access.js';
import type { ClaimsService } from '../reporting/claims.service.js';

const DONE = 'All activities described in Annex 1 were carried out; the technical report tells of each, with its evidence.';
const RUNS = 'The work goes on in the next period as planned.';
const GAPS = 'The activities are done; the missing papers are being collected and follow with the next report.';
const ACCEPTED = 'Assessment letter of the periodic report.';

/** Plays the status of work packages: what ended is declared completed, accepted with its report, and paid. */
export class ClaimsPlayer {
  constructor(
    private readonly claims: ClaimsService,
    private readonly clock: Clock,
    private readonly coordinator: ProjectActor,
  ) {}

  async declare(report: ReportView): Promise<void> {
    const done = new Set(report.workPackages.filter(({ state }) => state === 'done').map(({ id }) => id));
    for (const claim of report.claims.filter(({ acceptedInPeriod }) => acceptedInPeriod === null)) {
      const completed = done.has(claim.workPackage.id);
      await this.claims.declare(this.coordinator, addressOf(report, claim), {
        kind: completed ? 'completed' : 'not-completed',
        justification: completed ? DONE : RUNS,
        gapsReason: completed && claim.gaps.length > 0 ? GAPS : '',
      });
    }
  }

  async accept(report: ReportView): Promise<void> {
    for (const claim of report.claims.filter(({ state }) => state === 'under-assessment'))
      await this.claims.accept(this.coordinator, addressOf(report, claim), ACCEPTED);
  }

  async pay(report: ReportView): Promise<void> {
    const today = dateIn('Europe/Rome', this.clock.now());
    for (const claim of report.claims.filter(({ state }) => state === 'accepted'))
      await this.claims.pay(this.coordinator, addressOf(report, claim), today);
  }
}

const addressOf = ({ id }: ReportView, { workPackage, version }: ClaimView) => ({
  periodId: id,
  workPackageId: workPackage.id,
  seen: version,
});
