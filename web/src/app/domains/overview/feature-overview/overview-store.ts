import { inject, Injectable, type Type } from '@angular/core';
import type { AttentionItem, MilestoneView, OverviewView } from '@office/contracts';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';

@Injectable()
export class OverviewStore {
  readonly #api = inject(ProjectApi);
  readonly #dialogs = inject(Dialogs);
  readonly page = pageResource<OverviewView>(() => this.#api.url('overview'));

  async reportMilestone({ subject }: AttentionItem): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../../work-plan/ui/milestone-dialog/milestone-dialog')).MilestoneDialog;
    const saved = await this.#dialogs.open<MilestoneView>(load, { id: subject.id }, { width: '560px' });
    if (saved !== undefined) this.page.reload();
  }
}
