import { Component, input } from '@angular/core';
import type { Provenance } from '@office/domain';

/** Says that something is invented so that the app can be tried; draws nothing for what the partners published. */
@Component({
  selector: 'office-demo-badge',
  template: `
    @if (provenance() === 'demonstration') {
      <span class="badge" i18n-title="@@demo.title" title="Invented for demonstration; not published by the partners" i18n="@@demo.badge"
        >demonstration</span
      >
    }
  `,
  styles: `
    .badge {
      padding: 0 6px;
      border: 1px dashed var(--line-strong);
      border-radius: 5px;
      color: var(--ink-3);
      font-size: 11px;
      font-weight: 400;
      white-space: nowrap;
    }
  `,
})
export class DemoBadge {
  readonly provenance = input<Provenance>('demonstration');
}
