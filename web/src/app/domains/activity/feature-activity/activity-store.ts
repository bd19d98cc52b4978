import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { ActivityItem, Page } from '@office/contracts';
import { dateIn } from '@office/domain';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { daysOf, dayWords } from '../data/days';
import { pageNumber, stepsOf } from '../data/paging';

const PAGE_SIZE = 50;

@Injectable()
export class ActivityStore {
  readonly #api = inject(ProjectApi);
  readonly #clock = inject(OfficeClock);
  readonly #address = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  readonly #number = computed(() => pageNumber(this.#address().get('page') ?? undefined));

  readonly page = pageResource<Page<ActivityItem>>(() =>
    this.#api.url(`activity?offset=${(this.#number() - 1) * PAGE_SIZE}&limit=${PAGE_SIZE}`),
  );
  readonly days = computed(() => {
    const zone = this.#clock.personZone();
    const today = dateIn(zone, this.#clock.now());
    return daysOf(this.page.data()?.items ?? [], zone).map((day) => ({ ...day, name: dayWords(day.date, today) }));
  });
  readonly steps = computed(() => stepsOf(this.#number(), this.page.data()?.total ?? 0, PAGE_SIZE));
}
