import { DestroyRef, inject, Injectable } from '@angular/core';
import type { ConsortiumView } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { OfficeClock } from '../../../shared/util-time/office-clock';

const TICK_MS = 20_000;

@Injectable()
export class ConsortiumStore {
  readonly #api = inject(ProjectApi);
  readonly #clock = inject(OfficeClock);

  readonly page = pageResource<ConsortiumView>(() => this.#api.url('consortium'));
  /** The server's time, carried on while the page is open. */
  readonly now = this.#clock.now;
  readonly today = this.#clock.today;

  constructor() {
    const timer = setInterval(() => this.#clock.tick(), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
