import '../../../shared/page-kit';
import { Component, computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { CompletionView } from '@office/contracts';
import { Card } from '../../../shared/ui-card/card';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { KpiCard } from '../../../shared/ui-kpi-card/kpi-card';
import { PageHeader } from '../../../shared/ui-page-header/page-header';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { formatMoney, formatPercent, plural } from '../../../shared/util-locale/format';
import { SessionStore } from '../../../shared/util-session/session-store';
import { CompletionBoard, type ChosenPart } from '../ui/completion-board';
import type { PartSubject } from '../ui/part-dialog/part-subject';

@Injectable()
export class CompletionStore {
  readonly #api = inject(ProjectApi);
  readonly #path = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });

  readonly page = pageResource<CompletionView>(() => {
    const id = this.#path().get('workPackageId');
    return id === null ? undefined : this.#api.url('work-packages', id, 'completion');
  });
}

/** Which partner's part holds a work package up, and the lump sum that hangs on it. */
@Component({
  selector: 'office-completion-page',
  imports: [Card, CompletionBoard, ErrorState, KpiCard, MatButton, PageHeader, ProgressBar, RouterLink, Skeleton],
  providers: [CompletionStore],
  templateUrl: './completion-page.html',
  styleUrl: './completion-page.scss',
})
export class CompletionPage {
  readonly #dialogs = inject(Dialogs);
  readonly #session = inject(SessionStore);
  protected readonly store = inject(CompletionStore);
  readonly #view = computed(() => this.store.page.data());

  protected readonly heading = computed(() => {
    const number = this.#view()?.workPackage.number;
    return number === undefined
      ? $localize`:@@completion.waiting:Completion`
      : $localize`:@@completion.title:Completion of ${number}:number:`;
  });
  protected readonly crumbs = computed(() => [
    { label: $localize`:@@diary.plan:Work plan`, link: ['/p', this.#session.project()?.projectId ?? '', 'work-plan'] },
    { label: this.#view()?.workPackage.number ?? '' },
  ]);
  protected readonly figures = computed(() => {
    const view = this.#view();
    if (!view) return null;
    const parts = view.partners.flatMap((partner) => partner.parts);
    const open = parts.filter(({ holdUp }) => holdUp !== null).length;
    return {
      heldUp: formatMoney(view.heldUpCents, view.currency),
      total: $localize`:@@completion.ofTotal:of ${formatMoney(view.totalCents, view.currency)}:total: for ${view.workPackage.number}:number:`,
      open: String(open),
      ofParts: plural(parts.length, {
        one: $localize`:@@completion.ofOnePart:of 1 part`,
        other: $localize`:@@completion.ofParts:of ${parts.length}:count: parts`,
      }),
      partners: String(view.partners.filter(({ holdUp }) => holdUp !== null).length),
      late: parts.some(({ holdUp }) => holdUp === 'late'),
      percent: formatPercent(view.workPackage.progress),
    };
  });

  protected async open({ part, beneficiary }: ChosenPart): Promise<void> {
    const load = async () => (await import('../ui/part-dialog/part-dialog')).PartDialog;
    const { taskId, number, title } = part;
    const saved = await this.#dialogs.open(load, { taskId, number, title, beneficiary } satisfies PartSubject, { width: '560px' });
    if (saved !== undefined) this.store.page.reload();
  }
}
