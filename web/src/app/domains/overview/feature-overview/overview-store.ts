import { inject, Injectable } from '@angular/core';
import type { OverviewView } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';

@Injectable()
export class OverviewStore {
  readonly #api = inject(ProjectApi);
  readonly page = pageResource<OverviewView>(() => this.#api.url('overview'));
}
