import { computed, inject, Injectable, type Type } from '@angular/core';
import type { DeliverableRow, MyTask, MyWorkPackage, MyWorkView, TaskPartView, TodoItem } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { NavCounts } from '../../../shared/util-nav/nav-counts';
import { SessionStore } from '../../../shared/util-session/session-store';
import type { PartSubject } from '../../work-plan/ui/part-dialog/part-subject';
import type { StatusSubject } from '../../work-plan/ui/status-dialog/status-subject';
import { deliverableStep, mayUpload } from '../data/deliverable-step';
import { todoWords } from '../data/todo-words';

/** A line of the list with what the person does next. */
export type AssignedRow = DeliverableRow & { readonly next: ReturnType<typeof deliverableStep> };

/** What is done in the dialog of the own part. */
const OF_PART: readonly TodoItem['kind'][] = ['unblock-part', 'finish-part', 'start-part'];

@Injectable()
export class MyWorkStore {
  readonly #api = inject(ProjectApi);
  readonly #dialogs = inject(Dialogs);
  readonly #session = inject(SessionStore);

  readonly page = pageResource<MyWorkView>(() => this.#api.url('my-work'));

  readonly #awaited = computed(
    () => new Set((this.page.data()?.todo ?? []).filter(({ kind }) => kind === 'review').map(({ deliverableId }) => deliverableId ?? '')),
  );
  readonly assigned = computed<readonly AssignedRow[]>(() =>
    (this.page.data()?.deliverables.items ?? []).map((row) => ({ ...row, next: deliverableStep(row, this.#session, this.#awaited()) })),
  );
  readonly uploads = computed(() => this.assigned().filter((row) => mayUpload(row, this.#session)));
  readonly todo = computed(() =>
    (this.page.data()?.todo ?? []).map((item) => ({ ...item, words: todoWords(item.kind), task: todoWords(item.kind).task(item.number) })),
  );
  /** The first review that waits, for who has nothing to upload. */
  readonly nextReview = computed(() =>
    this.uploads().length === 0 ? this.todo().find((item) => item.kind === 'review' && item.deliverableId !== null) : undefined,
  );
  readonly workPackages = computed(() =>
    (this.page.data()?.workPackages ?? []).map((item) => ({ ...item, mayReport: item.lead && this.#mayReport() })),
  );

  readonly #mayReport = computed(() => {
    const own = this.#session.beneficiary();
    return own !== null && this.#session.may('work-package.update-status', { leadBeneficiaryId: own.id });
  });

  constructor() {
    inject(NavCounts).lend(
      'my-work',
      computed(() => this.todo().length),
    );
  }

  reportOnTask(item: TodoItem & { taskId: string }): Promise<void> {
    if (OF_PART.includes(item.kind)) return this.openPart({ ...item, id: item.taskId });
    return this.#report({ kind: 'task', id: item.taskId, number: item.number, title: item.title });
  }

  async openPart({ id: taskId, number, title }: Pick<MyTask, 'id' | 'number' | 'title'>): Promise<void> {
    const beneficiary = this.page.data()?.beneficiary;
    if (!beneficiary) return;
    const load = async (): Promise<Type<unknown>> => (await import('../../work-plan/ui/part-dialog/part-dialog')).PartDialog;
    const subject = { taskId, number, title, beneficiary } satisfies PartSubject;
    if ((await this.#dialogs.open<TaskPartView>(load, subject, { width: '560px' })) !== undefined) this.page.reload();
  }

  reportOnWorkPackage({ id, number, title }: MyWorkPackage): Promise<void> {
    return this.#report({ kind: 'work-package', id, number, title });
  }

  async reportMilestone(id: string): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../../work-plan/ui/milestone-dialog/milestone-dialog')).MilestoneDialog;
    const saved = await this.#dialogs.open<unknown>(load, { id }, { width: '560px' });
    if (saved !== undefined) this.page.reload();
  }

  async #report(subject: StatusSubject): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../../work-plan/ui/status-dialog/status-dialog')).StatusDialog;
    const saved = await this.#dialogs.open<unknown>(load, subject, { width: '560px' });
    if (saved !== undefined) this.page.reload();
  }
}
