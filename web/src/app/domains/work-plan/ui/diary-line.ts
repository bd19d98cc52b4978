import { Component, input } from '@angular/core';
import type { DiaryEntry } from '@office/contracts';
import { Person } from '../../../shared/ui-person/person';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../shared/ui-time/time';
import { subjectLabel } from '../data/diary-words';
import { TrafficLightChip } from './traffic-light';

/** One line of a work package's diary: what it is about, how it stands, what was said and by whom. */
@Component({
  selector: 'office-diary-line',
  imports: [Person, StatusChip, Time, TrafficLightChip],
  template: `
    @let one = entry();
    <p class="head">
      <b class="code">{{ label(one.subject) }}</b> <span class="title">{{ one.subject.title }}</span>
      <office-status-chip [work]="one.state" />
      @if (one.subject.kind !== 'part') {
        <b>{{ one.progress }}%</b>
      }
      @if (one.progressSource === 'overridden') {
        <span class="muted" i18n="@@diary.overridden">set by the lead</span>
      }
      @if (one.trafficLight) {
        <office-traffic-light [light]="one.trafficLight" />
      }
    </p>
    @if (one.narrative) {
      <p class="words">{{ one.narrative }}</p>
    }
    @if (one.nextSteps) {
      <p class="words"><b i18n="@@diary.next">Next:</b> {{ one.nextSteps }}</p>
    }
    <p class="muted"><office-person [person]="one.by" /> · <office-time [at]="one.at" /></p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      padding: 11px 16px;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 3px 10px;
      align-items: center;
    }

    .title {
      flex: 1 1 160px;
      min-width: 0;
    }

    .words {
      max-width: 90ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class DiaryLine {
  readonly entry = input.required<DiaryEntry>();
  protected readonly label = subjectLabel;
}
