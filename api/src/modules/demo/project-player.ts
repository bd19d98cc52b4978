import type { ReportView } from '@office/contracts';
import { addDays, dateIn, findTransition, reportMachine } from '@office/domain';
import type { Clock } from '../../core/clock/clock.js';
import type { ProjectActor } from '../../core/http/access.js';
import type { DependenciesService } from '../dependencies/dependencies.service.js';
import type { ProjectFile } from '../import/project-file.js';
import type { MilestonesService } from '../milestones/milestones.service.js';
import type { CashService } from '../cash/cash.service.js';
import type { ClaimsService } from '../reporting/claims.service.js';
import type { ReportsService } from '../reporting/reports.service.js';
import type { DemoSubject } from './demo.repository.js';
import { AmendmentPlayer } from './amendment-player.js';
import type { Cast } from './cast.js';
import { CashPlayer } from './cash-player.js';
import { ClaimsPlayer } from './claims-player.js';
import type { AmendmentsService } from '../amendments/amendments.service.js';
import type { AmendmentStep, CashStep, DependencyStep, MilestoneStep, ReportStep } from './life/steps.js';

export interface ProjectServices {
  readonly amendments: AmendmentsService;
  readonly milestones: MilestonesService;
  readonly dependencies: DependenciesService;
  readonly reports: ReportsService;
  readonly claims: ClaimsService;
  readonly cash: CashService;
  readonly clock: Clock;
}

const WHY_LATE = 'The contributions of two universities came later than agreed; the work itself is done and the text is being finished.';
const WHY_PUT_OFF = 'What proves it is being collected from the partners.';
const PUT_OFF_DAYS = 60;

/** Plays what concerns the project as a whole: what waits for what, milestones, reports to EACEA. */
export class ProjectPlayer {
  private readonly ids: ReadonlyMap<string, string>;
  private readonly amendment: AmendmentPlayer;
  private readonly claims: ClaimsPlayer;
  private readonly cash: CashPlayer;

  constructor(
    private readonly file: ProjectFile,
    private readonly services: ProjectServices,
    private readonly cast: Cast,
    subjects: readonly DemoSubject[],
  ) {
    this.ids = new Map(subjects.map(({ number, id }) => [number, id]));
    this.amendment = new AmendmentPlayer(file, services.amendments, cast.coordinator, this.ids);
    this.claims = new ClaimsPlayer(services.claims, services.clock, cast.coordinator);
    this.cash = new CashPlayer(services.cash, cast);
  }

  async play(step: AmendmentStep | CashStep | MilestoneStep | ReportStep | DependencyStep): Promise<void> {
    if ('amendment' in step) await this.amendment.play(step);
    else if ('cash' in step) await this.cash.play(step);
    else if ('milestone' in step) await this.reportMilestone(step);
    else if ('report' in step) await this.takeReport(step);
    else
      await this.services.dependencies.add(this.cast.coordinator, {
        successorId: this.idOf(step.successor),
        predecessorId: this.idOf(step.predecessor),
      });
  }

  private async reportMilestone(step: MilestoneStep): Promise<void> {
    const { milestones } = this.services;
    const lead = this.leadOf(step.milestone);
    const { id, version } = await milestones.milestone(lead, this.idOf(step.milestone));
    if ('estimate' in step) await milestones.postpone(lead, id, version, step);
    else await milestones.achieve(lead, id, version, { ...step, evidenceUrl: null });
  }

  private async takeReport({ report: number, action }: ReportStep): Promise<void> {
    const { reports } = this.services;
    const { coordinator } = this.cast;
    const view = (await reports.reports(coordinator)).reports.find((report) => report.number === number);
    if (view === undefined) return;
    if (action === 'pay') return this.claims.pay(view);
    // A period that an amendment made longer has no report yet, and then no later step either.
    if (findTransition(reportMachine, view.state, action) === undefined) return;
    if (action === 'open' && view.checks.some(({ kind, done }) => kind === 'period-ended' && !done)) return;
    if (action === 'lock') await this.completeCheckList(view);
    if (action === 'lock') await this.claims.declare(view);
    const taken = await reports.take(coordinator, view.id, view.version, action);
    if (action === 'record-acceptance') await this.claims.accept(taken);
  }

  /** Each partner says why its deliverables are late; milestones that nobody has spoken of are put off. */
  private async completeCheckList({ id, deliverables, milestones, checks }: ReportView): Promise<void> {
    const missing = new Set(checks.flatMap((check) => check.missing));
    for (const { id: deliverableId, lead } of deliverables.filter((one) => missing.has(one.id)))
      await this.services.reports.justify(this.partner(lead.shortName), id, deliverableId, 0, WHY_LATE);
    const estimate = addDays(dateIn('Europe/Rome', this.services.clock.now()), PUT_OFF_DAYS);
    for (const { id: milestoneId, version } of milestones.filter((one) => missing.has(one.id)))
      await this.services.milestones.postpone(this.cast.coordinator, milestoneId, version, { estimate, reason: WHY_PUT_OFF });
  }

  private leadOf(milestone: string): ProjectActor {
    return this.partner(this.file.milestones.find(({ number }) => number === milestone)?.lead ?? '');
  }

  private partner(shortName: string): ProjectActor {
    return found(this.cast.partners.get(shortName), shortName);
  }

  private idOf(number: string): string {
    return found(this.ids.get(number), number);
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`not-in-the-demonstration:${name}`);
  return value;
}
