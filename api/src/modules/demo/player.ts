import { Readable } from 'node:stream';
import type { DeliverableView } from '@office/contracts';
import { dateIn } from '@office/domain';
import type { Clock } from '../../core/clock/clock.js';
import type { ProjectActor } from '../../core/http/access.js';
import type { DeliverablesService } from '../deliverables/deliverables.service.js';
import type { VersionReadingService } from '../deliverables/version-reading.service.js';
import type { DeliverableRecord } from '../import/project-file.js';
import type { QualityBoardService } from '../quality-board/quality-board.service.js';
import type { TaskPartsService } from '../task-parts/task-parts.service.js';
import type { WorkPlanService } from '../work-plan/work-plan.service.js';
import type { DemoSubject } from './demo.repository.js';
import { fileOf } from './documents/document.js';
import type { DeliverableStep, LifeStep, PartStep, WorkStep } from './life/steps.js';
import { zoneOf, type Strive } from './life/strive.js';
import { ProjectPlayer, type Cast, type ProjectServices } from './project-player.js';

export interface PlayerServices extends ProjectServices {
  readonly workPlan: WorkPlanService;
  readonly taskParts: TaskPartsService;
  readonly deliverables: DeliverablesService;
  readonly reading: VersionReadingService;
  readonly qualityBoard: QualityBoardService;
  readonly clock: Clock;
}

/** A row as it was last seen. */
interface Seen {
  readonly id: string;
  readonly version: number;
  readonly openRound: string | null;
  /** The newest version. */
  readonly latest: string | null;
}

function of<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new RangeError(`not-in-the-demonstration:${name}`);
  return found;
}

/** Plays steps of a life through the application's own services, each at its own time and by whom it belongs to. */
export class Player {
  private readonly seen = new Map<string, Seen>();
  /** Versions of parts by task and partner. */
  private readonly parts = new Map<string, number>();
  private readonly leads: ReadonlyMap<string, string>;
  private readonly records: ReadonlyMap<string, DeliverableRecord>;
  private readonly project: ProjectPlayer;

  constructor(
    private readonly strive: Strive,
    private readonly services: PlayerServices,
    private readonly cast: Cast,
    subjects: readonly DemoSubject[],
  ) {
    const { deliverables, tasks, workPackages } = strive.file;
    for (const { number, id } of subjects) this.seen.set(number, { id, version: 1, openRound: null, latest: null });
    this.leads = new Map([...deliverables, ...tasks, ...workPackages].map(({ number, lead }) => [number, lead]));
    this.project = new ProjectPlayer(strive.file, services, cast, subjects);
    this.records = new Map(deliverables.map((deliverable) => [deliverable.number, deliverable]));
  }

  play(step: LifeStep): Promise<void> {
    return this.services.clock.at(step.at, () => {
      if ('deliverable' in step) return this.advance(step);
      if ('part' in step) return this.updatePart(step);
      return 'status' in step ? this.report(step) : this.project.play(step);
    });
  }

  private async report({ kind, number, status }: WorkStep): Promise<void> {
    const { workPlan } = this.services;
    const { id, version } = of(this.seen, number);
    const lead = this.leadOf(number);
    const view =
      kind === 'task'
        ? await workPlan.updateTaskStatus(lead, id, version, status)
        : await workPlan.updateWorkPackageStatus(lead, id, version, status);
    this.seen.set(number, { id, version: view.status.version, openRound: null, latest: null });
  }

  private async updatePart({ number, partner, part }: PartStep): Promise<void> {
    const actor = of(this.cast.partners, partner);
    const key = { projectId: actor.projectId, taskId: of(this.seen, number).id, beneficiaryId: actor.beneficiaryId ?? '' };
    const name = `${number}/${partner}`;
    const { version } = await this.services.taskParts.update(actor, key, this.parts.get(name) ?? 0, part);
    this.parts.set(name, version);
  }

  private async advance(step: DeliverableStep): Promise<void> {
    const view = await this.take(step);
    const openRound = view.rounds.find(({ closedAt }) => closedAt === null)?.id ?? null;
    this.seen.set(step.deliverable, { id: view.id, version: view.version, openRound, latest: view.versions[0]?.id ?? null });
  }

  private take(step: DeliverableStep): Promise<DeliverableView> {
    const { deliverables, qualityBoard } = this.services;
    const { id, version, openRound } = of(this.seen, step.deliverable);
    const { coordinator, board } = this.cast;
    switch (step.kind) {
      case 'upload':
        return deliverables.uploadVersion(this.leadOf(step.deliverable), id, version, {
          fileName: step.fileName,
          note: step.note,
          stream: Readable.from([this.contentOf(step)]),
        });
      case 'open-review':
        return deliverables.openReview(this.leadOf(step.deliverable), id, version);
      case 'review':
        return qualityBoard.sendReview(of(board, step.by), openRound ?? '', step.review);
      case 'sign-off':
        return this.signOff(of(board, step.by), of(this.seen, step.deliverable));
      case 'request-changes':
        return qualityBoard.requestChanges(of(board, step.by), openRound ?? '');
      case 'approve':
        return deliverables.approve(coordinator, id, version);
      case 'submit':
        return deliverables.submit(coordinator, id, version);
      case 'accept':
        return deliverables.recordAcceptance(coordinator, id, version);
      case 'ask-revision':
        return deliverables.requestRevision(coordinator, id, version, step.reason);
    }
  }

  /** Whoever signs has looked at the file: the emblem stands beside the statement, which the office finds itself. */
  private async signOff(actor: ProjectActor, { id, latest, openRound }: Seen): Promise<DeliverableView> {
    await this.services.reading.confirm(actor, id, latest ?? '', 'emblem-and-statement');
    return this.services.qualityBoard.signOff(actor, openRound ?? '');
  }

  private leadOf(number: string): ProjectActor {
    return of(this.cast.partners, of(this.leads, number));
  }

  private contentOf(step: DeliverableStep & { readonly kind: 'upload' }): Buffer {
    const record = of(this.records, step.deliverable);
    return fileOf(this.strive.file, record, { ...step, on: dateIn(zoneOf(this.strive, record.lead), step.at) });
  }
}
