import { Location } from '@angular/common';
import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { Page, StatusUpdateView, TaskView, WorkPackageView, WorkPlanView } from '@office/contracts';
import type { PlainDate } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { axisOf } from '../data/month-axis';
import { addressOf, filtered, filterOf, type PlanFilter, partnersOf } from '../data/plan-filter';
import { type PlanRow, rowsOf } from '../data/plan-rows';
import { withStatus } from '../data/with-status';

const DIARY_ENTRIES = 10;
const NO_PLAN: WorkPlanView = { startDate: '', durationMonths: 0, years: 0, year: null, workPackages: [] };

/** The whole plan in one answer; year, partner and text are chosen from it here, so that they change at once. */
@Injectable()
export class WorkPlanStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #location = inject(Location);
  readonly #route = inject(ActivatedRoute);
  readonly #address = toSignal(this.#route.queryParamMap, { requireSync: true });
  readonly #plan = computed(() => this.page.data() ?? NO_PLAN);

  readonly page = pageResource<WorkPlanView>(() => this.#api.url('work-plan'));
  readonly filter = linkedSignal<PlanFilter>(() => filterOf((name) => this.#address().get(name)));
  /** Id of the row that is open; an address may ask for one. */
  readonly opened = linkedSignal<string | null>(() => this.#address().get('open'));

  readonly works = computed(() => filtered(this.#plan(), this.filter()));
  readonly axis = computed(() => axisOf(this.#plan().startDate as PlainDate, this.#plan().durationMonths, this.filter().year));
  readonly rows = computed(() => rowsOf(this.works(), this.axis()));
  readonly partners = computed(() => partnersOf(this.#plan()));
  readonly years = computed(() => Array.from({ length: this.#plan().years }, (_, index) => index + 1));
  readonly #openedRow = computed(() => this.rows().find((row) => row.id === this.opened()));

  readonly diary = pageResource<Page<StatusUpdateView>>(() => {
    const row = this.#openedRow();
    return row && this.#api.url(row.kind === 'task' ? 'tasks' : 'work-packages', row.id, `status-updates?limit=${DIARY_ENTRIES}`);
  });

  toggle(row: PlanRow): void {
    this.opened.update((id) => (id === row.id ? null : row.id));
  }

  /** Parameters of the address with one part of the filter changed. */
  addressWith(part: Partial<PlanFilter>): Record<string, string | null> {
    return addressOf({ ...this.filter(), ...part });
  }

  choosePartner(partner: string): void {
    void this.#router.navigate([], { relativeTo: this.#route, queryParams: this.addressWith({ partner: partner || null }) });
  }

  /** Typed text changes the address in place: no step back for every letter. */
  search(text: string): void {
    this.filter.update((filter) => ({ ...filter, text }));
    const tree = this.#router.createUrlTree([], { relativeTo: this.#route, queryParams: this.addressWith({}) });
    this.#location.replaceState(this.#router.serializeUrl(tree));
  }

  /** Why the person may not update the status of a row; null when she may. */
  reason(row: PlanRow): string | null {
    const permission = row.kind === 'task' ? 'task.update-status' : 'work-package.update-status';
    return this.#session.why(permission, { leadBeneficiaryId: row.lead.id });
  }

  saved(result: TaskView | WorkPackageView): void {
    this.page.set(withStatus(this.#plan(), result));
    this.diary.reload();
  }
}
