import { Component, input, output } from '@angular/core';
import type { PartCriterion } from '@office/domain';
import { Icon } from '../../../../shared/ui-icon/icon';

/** The check-list of a part: tick, add, take away. */
@Component({
  selector: 'office-criteria-field',
  imports: [Icon],
  template: `
    <fieldset class="field" [attr.aria-describedby]="error() ? 'criteria-error' : null">
      <legend i18n="@@part.criteria">Done when</legend>
      @for (one of criteria(); track $index) {
        <div class="criterion">
          <label>
            <input #box type="checkbox" [checked]="one.met" (change)="tick.emit({ index: $index, met: box.checked })" />
            <span>{{ one.text }}</span>
          </label>
          <button type="button" (click)="remove.emit($index)">
            <office-icon name="close" />
            <span class="visually-hidden" i18n="@@part.removeCriterion">Remove: {{ one.text }}</span>
          </button>
        </div>
      }
      @if (offerAll()) {
        <button type="button" class="all" i18n="@@part.allMet" (click)="tickAll.emit()">All of these are met</button>
      }
      @if (mayAdd()) {
        <div class="adding">
          <input
            #text
            type="text"
            [maxLength]="maxLength()"
            [attr.aria-label]="addLabel"
            [placeholder]="addLabel"
            (keydown.enter)="$event.preventDefault(); take(text)"
          />
          <button type="button" i18n="@@part.addCriterion" (click)="take(text)">Add</button>
        </div>
      }
      @if (error()) {
        <span class="error" id="criteria-error">{{ error() }}</span>
      }
    </fieldset>
  `,
  styles: `
    .criterion,
    .adding {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 8px;
      align-items: center;
    }

    label {
      display: flex;
      gap: 10px;
      align-items: center;
      min-height: 40px;
      font-weight: 400;
      cursor: pointer;
    }

    label input {
      flex: none;
      width: 18px;
      height: 18px;
      margin: 0;
    }

    .criterion button {
      display: grid;
      width: 36px;
      height: 36px;
      padding: 0;
      border: 0;
      border-radius: var(--radius-s);
      background: transparent;
      color: var(--ink-3);
      place-items: center;
      cursor: pointer;
    }

    .adding button,
    .all {
      min-height: 38px;
      padding: 0 10px;
      border: 0;
      background: transparent;
      color: var(--brand);
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }

    .all {
      justify-self: start;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
    }
  `,
})
export class CriteriaField {
  readonly criteria = input.required<readonly PartCriterion[]>();
  readonly error = input('');
  readonly mayAdd = input(true);
  /** Whether ticking all at once is offered: the part is called done and some are open. */
  readonly offerAll = input(false);
  readonly maxLength = input.required<number>();
  readonly tick = output<{ index: number; met: boolean }>();
  readonly tickAll = output();
  readonly add = output<string>();
  readonly remove = output<number>();

  protected readonly addLabel = $localize`:@@part.newCriterion:What must be there for it to be done`;

  protected take(field: HTMLInputElement): void {
    this.add.emit(field.value);
    field.value = '';
  }
}
