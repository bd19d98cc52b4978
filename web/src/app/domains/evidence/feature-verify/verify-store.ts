import { computed, inject, Injectable, signal } from '@angular/core';
import type { EvidenceOverview, VerificationView } from '@office/contracts';
import { pageResource } from '../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { ProjectApi } from '../../../shared/util-http/project-api';

@Injectable()
export class VerifyStore {
  readonly #api = inject(ProjectApi);
  readonly page = pageResource<EvidenceOverview>(() => this.#api.url('evidence'));
  readonly result = signal<VerificationView | null>(null);
  readonly problem = signal<ReadProblem | null>(null);
  readonly busy = signal(false);
  readonly sealsUrl = computed(() => this.#api.url('evidence', 'seals.json') ?? '');

  async verify(files: boolean): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    this.result.set(null);
    const answer = await this.#api.post<VerificationView>(['evidence', 'verification'], { body: { files } });
    this.busy.set(false);
    if (answer.ok) this.result.set(answer.value);
    else this.problem.set(answer.problem);
  }
}
