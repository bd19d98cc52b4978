import { Component, input } from '@angular/core';
import type { PersonRef } from '@office/contracts';

/** A person in a history: "Quality board, PXU". Null is the system. */
@Component({
  selector: 'office-person',
  template: `
    @if (person(); as person) {
      <span class="name">{{ person.name }}</span>
      @if (person.beneficiary && !person.name.includes(person.beneficiary)) {
        <span class="muted">{{ person.beneficiary }}</span>
      }
    } @else {
      <span class="muted" i18n="@@person.system">The system</span>
    }
  `,
  styles: `
    .name {
      margin-right: 4px;
      font-weight: 600;
    }
  `,
})
export class Person {
  readonly person = input.required<PersonRef | null>();
}
