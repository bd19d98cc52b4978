import { Location } from '@angular/common';
import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { Page, StatusUpdateView, TaskView, WorkPackageView, WorkPlanView } from '@office/contracts';
import { filterPlan, type Permission, type PlainDate, type PlanFilter } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { axisOf, fittingZoom } from '../data/month-axis';
import {
  exportQuery,
  isFiltered,
  parametersOf,
  type PlanAddress,
  type PlanParameters,
  readAddress,
  sameFilter,
  WHOLE_PLAN,
} from '../data/plan-address';
import { partnersOf, workPackageChoices } from '../data/plan-choices';
import { type PlanRow, PlanRows } from '../data/plan-rows';
import { withStatus } from '../data/with-status';

const DIARY_ENTRIES = 10;
const NO_PLAN: WorkPlanView = {
  ...{ startDate: '', durationMonths: 0, years: 0, year: null, workPackages: [] },
  agreement: { locked: true, amendment: 0 },
};

/** The whole plan in one answer; what of it is shown, and how, is chosen here from the address, so that it changes at once. */
@Injectable()
export class WorkPlanStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #location = inject(Location);
  readonly #route = inject(ActivatedRoute);
  readonly #parameters = toSignal(this.#route.queryParamMap, { requireSync: true });
  readonly #fragment = toSignal(this.#route.fragment, { requireSync: true });
  readonly #plan = computed(() => this.page.data() ?? NO_PLAN);
  readonly #rowsOfPlan = computed(() => new PlanRows(this.start()));

  readonly page = pageResource<WorkPlanView>(() => this.#api.url('work-plan'));
  readonly address = linkedSignal<PlanAddress>(() => readAddress((name) => this.#parameters().get(name), this.#fragment()));

  /** The row that was opened by hand: it is in sight already. */
  openedHere: string | null = null;

  readonly start = computed(() => this.#plan().startDate as PlainDate);
  readonly durationMonths = computed(() => this.#plan().durationMonths);
  readonly agreement = computed(() => this.#plan().agreement);
  readonly filtered = computed(() => isFiltered(this.#filter()));
  // Only another filter, and not each change of the address, makes rows anew.
  readonly #filter = computed<PlanFilter>(() => this.address(), { equal: sameFilter });
  readonly #year = computed(() => this.address().year);
  readonly works = computed(() => filterPlan(this.#plan().workPackages, this.#filter()));
  readonly axis = computed(() => axisOf(this.start(), this.durationMonths(), this.#year()));
  readonly zoom = computed(() => this.address().zoom ?? fittingZoom(this.axis()));
  readonly rows = computed(() => this.#rowsOfPlan().of(this.works()));
  readonly partners = computed(() => partnersOf(this.#plan().workPackages));
  readonly workPackages = computed(() => workPackageChoices(this.#plan().workPackages));
  readonly years = computed(() => Array.from({ length: this.#plan().years }, (_, index) => index + 1));
  readonly exportQuery = computed(() => exportQuery(this.#filter()));

  /** The row that is open: the address names it by its number or by its id. */
  readonly openedRow = computed(() => this.rows().find((row) => names(row, this.address().row)));
  /** The row that holds what the address names: itself, or the work package of a deliverable or a milestone. */
  readonly askedRow = computed(
    () => this.openedRow() ?? this.rows().find(({ marks }) => marks.some((mark) => names(mark, this.address().row))),
  );

  readonly diary = pageResource<Page<StatusUpdateView>>(() => {
    const row = this.openedRow();
    return row && this.#api.url(row.kind === 'task' ? 'tasks' : 'work-packages', row.id, `status-updates?limit=${DIARY_ENTRIES}`);
  });

  /** Parameters of the address with a part of it changed. */
  parametersWith(part: Partial<PlanAddress>): PlanParameters {
    return parametersOf({ ...this.address(), ...part });
  }

  /** A step that the browser's back button takes back. */
  go(part: Partial<PlanAddress>): void {
    this.#navigate(part, false);
  }

  /** Changes the address in place: no step back for every letter that is typed and every row that is opened. */
  change(part: Partial<PlanAddress>): void {
    this.#navigate(part, true);
  }

  toggle(row: PlanRow): void {
    const number = this.openedRow()?.id === row.id ? null : row.number;
    this.openedHere = number;
    this.change({ row: number });
  }

  /** Address of one row of the plan, whatever is filtered here. */
  linkTo(number: string): string {
    const path = this.#pathOf({ ...WHOLE_PLAN, view: this.address().view, row: number });
    return new URL(this.#location.prepareExternalUrl(path), document.baseURI).href;
  }

  /** Whether the person's role ever plans changes; who never does is not offered it. */
  readonly mayPlan = computed(() => this.#session.may('plan.edit') || this.#session.may('amendment.prepare'));

  /** Whether the person's role ever updates the status of such a row. */
  mayReport(row: PlanRow): boolean {
    return this.#session.may(statusPermission(row));
  }

  /** Why the person may not update the status of a row; null when she may. */
  reason(row: PlanRow): string | null {
    return this.#session.why(statusPermission(row), { leadBeneficiaryId: row.lead.id });
  }

  saved(result: TaskView | WorkPackageView): void {
    this.page.set(withStatus(this.#plan(), result));
    this.diary.reload();
  }

  #navigate(part: Partial<PlanAddress>, replaceUrl: boolean): void {
    this.address.update((address) => ({ ...address, ...part }));
    const queryParams = parametersOf(this.address());
    void this.#router.navigate([], { relativeTo: this.#route, queryParams, replaceUrl, scroll: 'manual' });
  }

  #pathOf(address: PlanAddress): string {
    return this.#router.serializeUrl(this.#router.createUrlTree([], { relativeTo: this.#route, queryParams: parametersOf(address) }));
  }
}

const statusPermission = ({ kind }: PlanRow): Permission => (kind === 'task' ? 'task.update-status' : 'work-package.update-status');

const names = ({ id, number }: { id: string; number: string }, asked: string | null): boolean => asked === number || asked === id;
