import { Component, computed, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DeliverableHistoryItem } from '@office/contracts';
import { EventDisc } from '../../../shared/ui-activity/event-disc';
import { eventWords } from '../../../shared/ui-activity/event-words';
import { Person } from '../../../shared/ui-person/person';
import { Time } from '../../../shared/ui-time/time';

const SHOWN_FIRST = 6;

/** What happened to a deliverable, newest first. */
@Component({
  selector: 'office-history-list',
  imports: [EventDisc, MatButton, Person, Time],
  template: `
    <ol>
      @for (item of lines(); track $index) {
        <li>
          <office-event-disc [event]="item.event" />
          <div>
            {{ item.event.words }}
            <p class="muted who"><office-person [person]="item.by" /><office-time [at]="item.at" /></p>
          </div>
        </li>
      }
    </ol>
    @if (hidden() > 0) {
      <button matButton type="button" i18n="@@history.all" (click)="all.set(true)">Show the whole history</button>
    }
  `,
  styleUrl: './history-list.scss',
})
export class HistoryList {
  readonly items = input.required<readonly DeliverableHistoryItem[]>();
  protected readonly all = signal(false);
  protected readonly hidden = computed(() => (this.all() ? 0 : this.items().length - SHOWN_FIRST));
  protected readonly lines = computed(() =>
    this.items()
      .slice(0, this.all() ? undefined : SHOWN_FIRST)
      .map((item) => ({ ...item, event: eventWords(item) })),
  );
}
