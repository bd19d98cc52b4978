import { Component, input } from '@angular/core';
import { Icon } from '../ui-icon/icon';
import type { EventWords } from './event-phrase';

/** The mark of an event: its icon on the colour of its kind. */
@Component({
  selector: 'office-event-disc',
  imports: [Icon],
  template: `<office-icon [name]="event().icon" />`,
  styleUrl: './event-disc.scss',
  host: { '[attr.data-tone]': 'event().tone' },
})
export class EventDisc {
  readonly event = input.required<Pick<EventWords, 'icon' | 'tone'>>();
}
