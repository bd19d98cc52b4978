import { Component, computed, input } from '@angular/core';
import type { TrafficLight } from '@office/domain';
import { trafficLightWords } from '../data/traffic-light-words';

/** The lead's own view of the whole: a disc and its word. */
@Component({
  selector: 'office-traffic-light',
  template: `<span class="disc" [attr.data-light]="light()"></span>{{ word() }}`,
  styles: `
    :host {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }

    .disc {
      width: 11px;
      height: 11px;
      border-radius: 50%;
      background: var(--ok);
    }

    [data-light='amber'] {
      background: var(--warn);
    }

    [data-light='red'] {
      background: var(--late);
    }
  `,
})
export class TrafficLightChip {
  readonly light = input.required<TrafficLight | null>();
  protected readonly word = computed(() => trafficLightWords(this.light()));
}
