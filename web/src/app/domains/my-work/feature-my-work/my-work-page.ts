import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { Icon } from '../../../shared/ui-icon/icon';
import { Menu } from '../../../shared/ui-menu/menu';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { SessionStore } from '../../../shared/util-session/session-store';
import { AssignedDeliverables } from '../ui/assigned-deliverables';
import { MyTasks } from '../ui/my-tasks';
import { KeyFigures } from '../ui/key-figures';
import { OwnWorkPackages } from '../ui/own-work-packages';
import { Ribbon } from '../ui/ribbon';
import { TodoList } from '../ui/todo-list';
import { MyWorkStore } from './my-work-store';

@Component({
  selector: 'office-my-work-page',
  imports: [
    ActionButton,
    AssignedDeliverables,
    Card,
    ErrorState,
    Icon,
    MatButton,
    KeyFigures,
    Menu,
    MyTasks,
    OwnWorkPackages,
    PageHeader,
    Ribbon,
    RouterLink,
    Skeleton,
    TodoList,
  ],
  providers: [MyWorkStore],
  templateUrl: './my-work-page.html',
  styleUrl: './my-work-page.scss',
})
export class MyWorkPage {
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);

  readonly projectId = input.required<string>();

  protected readonly store = inject(MyWorkStore);
  protected readonly projectStart = computed(() => this.#session.project()?.startDate ?? '');
  protected readonly heading = computed(() => this.#session.beneficiary()?.name ?? $localize`:@@myWork.title:My work`);
  protected readonly subtitle = computed(() => {
    const zone = this.#session.me()?.person.timeZone ?? '';
    return this.#session.beneficiary()
      ? $localize`:@@myWork.subtitle:What your institution owes the consortium, in due order · times shown in ${zone}:zone:`
      : $localize`:@@myWork.subtitleNone:The project as a whole: you belong to no partner institution · times shown in ${zone}:zone:`;
  });
  protected readonly words = computed(() =>
    this.#session.beneficiary()
      ? {
          ribbon: $localize`:@@myWork.ribbonNote:deliverables you lead or contribute to, milestones, reports`,
          deliverables: $localize`:@@myWork.assigned:Assigned deliverables`,
          workPackages: $localize`:@@myWork.workPackages:Your work packages`,
        }
      : {
          ribbon: $localize`:@@myWork.ribbonNoteAll:deliverables, milestones, reports`,
          deliverables: $localize`:@@myWork.deliverables:Deliverables`,
          workPackages: $localize`:@@myWork.allWorkPackages:Work packages`,
        },
  );
  protected readonly nothingToUpload = $localize`:@@myWork.nothingToUpload:No deliverable that you may upload to waits for a version.`;
  protected readonly mayUpload = computed(() => this.#session.may('deliverable.upload-version'));
  protected readonly todoNote = computed(() => String(this.store.todo().length));

  protected openUpload(): void {
    const [row] = this.store.uploads();
    if (row) void this.#router.navigate(['/p', this.projectId(), 'deliverables', row.id], { queryParams: { do: 'upload' } });
  }
}
