import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttentionItem } from '@office/contracts';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { attentionLink } from '../data/attention-link';
import { attentionWhen, attentionWords, severityWords } from '../data/attention-words';

const SHOWN = 7;

/** What needs somebody, worst first; a long list shows its beginning until the person asks for the rest. */
@Component({
  selector: 'office-attention-list',
  imports: [RouterLink],
  templateUrl: './attention-list.html',
  styleUrl: './attention-list.scss',
})
export class AttentionList {
  readonly #clock = inject(OfficeClock);
  readonly items = input.required<readonly AttentionItem[]>();
  readonly projectId = input.required<string>();
  protected readonly all = signal(false);

  readonly #rows = computed(() => {
    const today = this.#clock.today();
    return this.items().map((item) => ({
      ...item,
      severityWord: severityWords(item.severity),
      words: attentionWords(item),
      title: item.kind === 'report-due' ? $localize`:@@attention.reportTitle:Report to EACEA` : item.title,
      link: attentionLink(this.projectId(), item),
      ...attentionWhen(item, today),
    }));
  });
  protected readonly rows = computed(() => (this.all() ? this.#rows() : this.#rows().slice(0, SHOWN)));
  protected readonly hidden = computed(() => this.#rows().length - this.rows().length);
}
