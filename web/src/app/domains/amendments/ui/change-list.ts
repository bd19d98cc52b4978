import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ClassifiedPlanChange, PlanChange } from '@office/domain';
import { changeSentence } from '../data/change-sentence';
import type { Names } from '../data/names';
import { ClassNote } from './class-note';

/** The changes of an amendment in words, each with the clause it goes by; in a draft they can be edited and taken out. */
@Component({
  selector: 'office-change-list',
  imports: [ClassNote, MatButton],
  template: `
    <ol>
      @for (line of lines(); track $index) {
        <li>
          <div class="words">
            <p class="sentence">{{ line.words }}</p>
            <office-class-note [of]="line" [inAmendment]="true" />
          </div>
          @if (editable()) {
            <div class="buttons">
              <button matButton type="button" [attr.aria-label]="line.editLabel" (click)="edit.emit(line.change)" i18n="@@changeList.edit">
                Edit
              </button>
              <button
                matButton
                type="button"
                [attr.aria-label]="line.removeLabel"
                (click)="remove.emit(line.change)"
                i18n="@@changeList.remove"
              >
                Take out
              </button>
            </div>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 4px 12px;
      padding: 12px 16px;
    }

    li + li {
      border-top: 1px solid var(--line-2);
    }

    .words {
      display: grid;
      flex: 1 1 320px;
      gap: 4px;
      min-width: 0;
    }

    .sentence {
      font-weight: 600;
      overflow-wrap: anywhere;
    }

    .buttons {
      display: flex;
      flex: none;
      align-items: start;
    }
  `,
})
export class ChangeList {
  readonly changes = input.required<readonly ClassifiedPlanChange[]>();
  readonly names = input.required<Names>();
  readonly editable = input(false);
  readonly edit = output<PlanChange>();
  readonly remove = output<PlanChange>();
  protected readonly lines = computed(() =>
    this.changes().map((one) => {
      const words = changeSentence(one.change, this.names());
      return {
        ...one,
        words,
        editLabel: $localize`:@@changeList.editOf:Edit the change: ${words}:change:`,
        removeLabel: $localize`:@@changeList.removeOf:Take out the change: ${words}:change:`,
      };
    }),
  );
}
