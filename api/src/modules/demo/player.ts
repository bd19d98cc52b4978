import { Readable } from 'node:stream';
import type { DeliverableView } from '@office/contracts';
import { dateIn } from '@office/domain';
import type { Clock } from '../../core/clock/clock.js';
import type { ProjectActor } from '../../core/http/access.js';
import type { DeliverableRecord } from '../import/project-file.js';
import type { TaskPartsService } from '../task-parts/task-parts.service.js';
import type { WorkPlanService } from '../work-plan/work-plan.service.js';
import { BoardPlayer, commentsOf, isBoardStep, type BoardServices, type SeenDeliverable } from './board-player.js';
import type { DemoSubject } from './demo.repository.js';
import { fileOf } from './documents/document.js';
import type { DeliverableStep, LifeStep, PartStep, WorkStep } from './life/steps.js';
import { zoneOf, type Strive } from './life/strive.js';
import { theOne } from './the-one.js';
import type { Cast } from './cast.js';
import { ProjectPlayer, type ProjectServices } from './project-player.js';

export interface PlayerServices extends ProjectServices {
  readonly board: BoardServices;
  readonly workPlan: WorkPlanService;
  readonly taskParts: TaskPartsService;
  readonly clock: Clock;
}

/** Plays steps of a life through the application's own services, each at its own time and by whom it belongs to. */
export class Player {
  private readonly seen = new Map<string, SeenDeliverable>();
  /** Versions of parts by task and partner. */
  private readonly parts = new Map<string, number>();
  private readonly leads: ReadonlyMap<string, string>;
  private readonly records: ReadonlyMap<string, DeliverableRecord>;
  private readonly project: ProjectPlayer;
  private readonly board: BoardPlayer;

  constructor(
    private readonly strive: Strive,
    private readonly services: PlayerServices,
    private readonly cast: Cast,
    subjects: readonly DemoSubject[],
  ) {
    const { deliverables, tasks, workPackages } = strive.file;
    for (const { number, id } of subjects)
      this.seen.set(number, { id, version: 1, openRound: null, panel: null, latest: null, comments: [] });
    this.leads = new Map([...deliverables, ...tasks, ...workPackages].map(({ number, lead }) => [number, lead]));
    this.board = new BoardPlayer(services.board, cast);
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
    const { id, version } = theOne(this.seen, number);
    const lead = this.leadOf(number);
    const view =
      kind === 'task'
        ? await workPlan.updateTaskStatus(lead, id, version, status)
        : await workPlan.updateWorkPackageStatus(lead, id, version, status);
    this.seen.set(number, { id, version: view.status.version, openRound: null, panel: null, latest: null, comments: [] });
  }

  private async updatePart({ number, partner, part }: PartStep): Promise<void> {
    const actor = theOne(this.cast.partners, partner);
    const key = { projectId: actor.projectId, taskId: theOne(this.seen, number).id, beneficiaryId: actor.beneficiaryId ?? '' };
    const name = `${number}/${partner}`;
    const { version } = await this.services.taskParts.update(actor, key, this.parts.get(name) ?? 0, part);
    this.parts.set(name, version);
  }

  private async advance(step: DeliverableStep): Promise<void> {
    const view = await this.take(step);
    const open = view.rounds.find(({ closedAt }) => closedAt === null);
    const latest = view.versions[0]?.id ?? null;
    this.seen.set(step.deliverable, {
      id: view.id,
      version: view.version,
      openRound: open?.id ?? null,
      panel: open?.panel ?? null,
      latest,
      comments: commentsOf(view),
    });
  }

  private take(step: DeliverableStep): Promise<DeliverableView> {
    const { deliverables } = this.services.board;
    const seen = theOne(this.seen, step.deliverable);
    const lead = this.leadOf(step.deliverable);
    if (isBoardStep(step)) return this.board.play(step, seen, lead);
    const { id, version } = seen;
    const { coordinator } = this.cast;
    switch (step.kind) {
      case 'upload':
        return deliverables.uploadVersion(lead, id, version, {
          fileName: step.fileName,
          note: step.note,
          stream: Readable.from([this.contentOf(step)]),
        });
      case 'open-review':
        return deliverables.openReview(lead, id, version);
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

  private leadOf(number: string): ProjectActor {
    return theOne(this.cast.partners, theOne(this.leads, number));
  }

  private contentOf(step: DeliverableStep & { readonly kind: 'upload' }): Buffer {
    const record = theOne(this.records, step.deliverable);
    return fileOf(this.strive.file, record, { ...step, on: dateIn(zoneOf(this.strive, record.lead), step.at) });
  }
}
