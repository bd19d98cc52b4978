import { booleanAttribute, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActivityItem } from '@office/contracts';
import { Person } from '../ui-person/person';
import { Time } from '../ui-time/time';
import { cashSubjectWords } from './cash-event-words';
import { EventDisc } from './event-disc';
import { eventWords } from './event-words';
import { subjectLink } from './subject-link';

/** One event of the audit log: what it was about, what happened, who did it and when. */
@Component({
  selector: 'office-activity-entry',
  imports: [EventDisc, Person, RouterLink, Time],
  template: `
    <office-event-disc [event]="event()" />
    <div class="words">
      <a [routerLink]="link().path" [queryParams]="link().query">{{ label() }}</a>
      <p>{{ event().words }}</p>
      <p class="muted"><office-person [person]="item().by" /> <office-time [at]="item().at" [ago]="ago()" /></p>
    </div>
  `,
  styleUrl: './activity-entry.scss',
})
export class ActivityEntry {
  readonly item = input.required<ActivityItem>();
  readonly projectId = input.required<string>();
  /** Writes how long ago it was instead of date and time. */
  readonly ago = input(false, { transform: booleanAttribute });
  protected readonly event = computed(() => eventWords(this.item()));
  protected readonly label = computed(() => {
    const { kind, label } = this.item().subject;
    return kind === 'cash' ? cashSubjectWords(label) : label;
  });
  protected readonly link = computed(() => subjectLink(this.projectId(), this.item().subject));
}
