import type { AmendmentView } from '@office/contracts';
import type { ProjectActor } from '../../core/http/access.js';
import type { AmendmentsService } from '../amendments/amendments.service.js';
import type { ProjectFile } from '../import/project-file.js';
import { DEMO_AMENDMENT } from './life/amendment-life.js';
import type { AmendmentStep } from './life/steps.js';

/** Takes the demonstration's amendment through its life, as the project coordinator. */
export class AmendmentPlayer {
  private last: AmendmentView | null = null;

  constructor(
    private readonly file: ProjectFile,
    private readonly amendments: AmendmentsService,
    private readonly coordinator: ProjectActor,
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  async play(step: AmendmentStep): Promise<void> {
    this.last = await this.take(step);
  }

  private take({ amendment, on }: AmendmentStep): Promise<AmendmentView> {
    const { amendments, coordinator } = this;
    const { id = '', version = 0 } = this.last ?? {};
    const { reference, checkNote: note, effectiveOn } = DEMO_AMENDMENT;
    switch (amendment) {
      case 'prepare':
        return this.prepare();
      case 'approve':
        return amendments.approve(coordinator, id, version, { on, reference });
      case 'check-informally':
        return amendments.checkInformally(coordinator, id, version, { on, note });
      case 'submit':
        return amendments.submit(coordinator, id, version, { on });
      case 'accept':
        return amendments.accept(coordinator, id, version, { on, effectiveOn });
    }
  }

  private prepare(): Promise<AmendmentView> {
    const { title, justification, task, endMonth } = DEMO_AMENDMENT;
    const startMonth = this.file.tasks.find(({ number }) => number === task)?.startMonth ?? 1;
    const changes = [{ kind: 'task.months', id: this.ids.get(task) ?? '', startMonth, endMonth }];
    return this.amendments.prepare(this.coordinator, { title, justification, changes }, 'demonstration');
  }
}
