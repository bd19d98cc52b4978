import { Component, computed, input } from '@angular/core';
import type { PersonRef } from '@office/contracts';
import { Person } from '../ui-person/person';
import { Time } from '../ui-time/time';

/** One field of two versions, in words as the form has them. */
export interface ConflictField {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

interface Side {
  readonly id: 'theirs' | 'mine';
  readonly heading: string;
  readonly fields: readonly { readonly label: string; readonly value: string; readonly differs: boolean }[];
}

/**
 * What somebody saved after the person began, beside what the person wrote: with a 412 and its `current`. What differs
 * is marked; the choice is made with `office-conflict-choices`.
 */
@Component({
  selector: 'office-conflict',
  imports: [Person, Time],
  template: `
    <p role="alert" class="intro" i18n="@@conflict.intro">
      Somebody changed this after you opened it. Nothing of yours is lost; choose what counts.
    </p>
    <div class="both">
      @for (side of sides(); track side.id) {
        <section [attr.aria-labelledby]="'conflict-' + side.id">
          <h3 [id]="'conflict-' + side.id">{{ side.heading }}</h3>
          <p class="muted">
            @if (side.id === 'mine') {
              <ng-container i18n="@@conflict.notSaved">not saved yet</ng-container>
            } @else {
              <office-person [person]="by()" />
              @if (at(); as instant) {
                <office-time [at]="instant" ago />
              }
            }
          </p>
          <dl>
            @for (field of side.fields; track field.label) {
              <div [class.differs]="field.differs">
                <dt>
                  {{ field.label }}
                  @if (field.differs) {
                    <span class="visually-hidden" i18n="@@conflict.differs">(different)</span>
                  }
                </dt>
                <dd>{{ field.value || none }}</dd>
              </div>
            }
          </dl>
        </section>
      }
    </div>
  `,
  styleUrl: './conflict.scss',
})
export class Conflict {
  readonly fields = input.required<readonly ConflictField[]>();
  /** Who saved what is there now, and when. */
  readonly by = input.required<PersonRef | null>();
  readonly at = input<string | null>(null);

  protected readonly none = $localize`:@@conflict.nothing:nothing`;
  protected readonly sides = computed<readonly Side[]>(() => [
    { id: 'theirs', heading: $localize`:@@conflict.theirs:Saved now`, fields: this.#sideOf('theirs') },
    { id: 'mine', heading: $localize`:@@conflict.mine:Yours`, fields: this.#sideOf('mine') },
  ]);

  #sideOf(side: Side['id']): Side['fields'] {
    return this.fields().map((field) => ({ label: field.label, value: field[side], differs: field.mine !== field.theirs }));
  }
}
