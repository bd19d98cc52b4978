import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { WorkPackageDiaryView } from '@office/contracts';
import { addDays, dateIn, isPlainDate, type PlainDate } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { daysOf, dayWords } from '../../activity/data/days';
import { pageNumber, stepsOf } from '../../activity/data/paging';

const PAGE_SIZE = 30;

/** Diary of one work package; page and the two days of a comparison stand in the address. */
@Injectable()
export class DiaryStore {
  readonly #api = inject(ProjectApi);
  readonly #clock = inject(OfficeClock);
  readonly #route = inject(ActivatedRoute);
  readonly #router = inject(Router);
  readonly #path = toSignal(this.#route.paramMap, { requireSync: true });
  readonly #address = toSignal(this.#route.queryParamMap, { requireSync: true });
  readonly #number = computed(() => pageNumber(this.#address().get('page') ?? undefined));
  readonly #day = (name: 'from' | 'to'): PlainDate | null => {
    const text = this.#address().get(name) ?? '';
    return isPlainDate(text) ? text : null;
  };

  readonly from = computed(() => this.#day('from'));
  readonly to = computed(() => this.#day('to'));
  /** The later day stands first: the comparison goes from the earlier to the later all the same. */
  readonly turned = computed(() => (this.from() ?? '') > (this.to() ?? '9999-12-31'));
  readonly today = this.#clock.today;

  readonly page = pageResource<WorkPackageDiaryView>(() => {
    const [id, from, to] = [this.#path().get('workPackageId'), this.from(), this.to()];
    const [earlier, later] = this.turned() ? [to, from] : [from, to];
    const days = earlier && later ? `&from=${earlier}&to=${later}` : '';
    const offset = (this.#number() - 1) * PAGE_SIZE;
    return id === null ? undefined : this.#api.url('work-packages', id, `diary?offset=${offset}&limit=${PAGE_SIZE}${days}`);
  });
  readonly days = computed(() => {
    const zone = this.#clock.personZone();
    const today = dateIn(zone, this.#clock.now());
    return daysOf(this.page.data()?.entries.items ?? [], zone).map((day) => ({ ...day, name: dayWords(day.date, today) }));
  });
  readonly steps = computed(() => stepsOf(this.#number(), this.page.data()?.entries.total ?? 0, PAGE_SIZE));

  compare(from: string, to: string): void {
    const queryParams = { from: from || null, to: to || null };
    void this.#router.navigate([], { relativeTo: this.#route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  compareLast(days: number): void {
    this.compare(addDays(this.today(), -days), this.today());
  }
}
