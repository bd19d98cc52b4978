import '../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { SearchHit } from '@office/contracts';
import { SEARCH_MAX_LENGTH } from '@office/domain';
import { Icon } from '../../shared/ui-icon/icon';
import { pageResource } from '../../shared/util-http/page-resource';
import { problemWords } from '../../shared/util-http/problem-words';
import { ProjectApi } from '../../shared/util-http/project-api';
import { SessionStore } from '../../shared/util-session/session-store';
import { hitIcon, hitLink, hitQuery, hitWord } from './hits';

const PAUSE_MS = 180;

/** Search over the project: type, choose with the arrow keys, open with Enter. */
@Component({
  selector: 'office-palette',
  imports: [Icon],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
})
export class Palette {
  readonly #router = inject(Router);
  readonly #dialog = inject(MatDialogRef);
  readonly #session = inject(SessionStore);
  readonly #api = inject(ProjectApi);
  readonly #asked = signal('');
  #pause: ReturnType<typeof setTimeout> | undefined;

  protected readonly found = pageResource<SearchHit[]>(() =>
    this.#asked() === '' ? undefined : this.#api.url(`search?q=${encodeURIComponent(this.#asked())}`),
  );
  protected readonly maxLength = SEARCH_MAX_LENGTH;
  protected readonly text = signal('');
  protected readonly at = signal(0);
  protected readonly hits = computed(() =>
    (this.found.data() ?? []).map((hit, index) => ({ ...hit, index, icon: hitIcon(hit.kind), word: hitWord(hit.kind) })),
  );
  protected readonly problem = computed(() => {
    const problem = this.found.problem();
    return problem === undefined ? '' : problemWords(problem);
  });
  protected readonly nothing = computed(() => this.#asked() !== '' && this.found.data()?.length === 0);

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#asked.set(text.trim());
      this.at.set(0);
    }, PAUSE_MS);
  }

  protected key(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      this.at.update((at) => Math.min(Math.max(at + step, 0), Math.max(this.hits().length - 1, 0)));
    }
    const hit = this.hits()[this.at()];
    if (event.key === 'Enter' && hit) this.open(hit);
  }

  protected open(hit: SearchHit): void {
    const path = ['/p', this.#session.project()?.projectId, ...hitLink(hit)];
    this.#dialog.close(this.#router.createUrlTree(path, { queryParams: hitQuery(hit) }));
  }
}
