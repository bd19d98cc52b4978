import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

let nextId = 1;

/**
 * A button that is shown disabled with its reason: it stays in the tab order, and the reason is read out and shown on
 * hover, focus and tap. While `busy` it takes no second click.
 */
@Component({
  selector: 'office-action-button',
  imports: [MatButton],
  template: `
    <button
      type="button"
      [matButton]="look()"
      disabledInteractive
      [disabled]="reason() !== null || busy()"
      [attr.aria-describedby]="reason() === null ? null : id"
      [attr.aria-busy]="busy() || null"
      (click)="click()"
    >
      <ng-content />
    </button>
    @if (reason(); as reason) {
      <span class="reason" role="tooltip" [id]="id">{{ reason }}</span>
    }
  `,
  styleUrl: './action-button.scss',
})
export class ActionButton {
  readonly look = input<'filled' | 'outlined' | 'text' | 'tonal'>('outlined');
  /** Why it may not be done now; null when it may. */
  readonly reason = input<string | null>(null);
  readonly busy = input(false);
  readonly act = output();
  protected readonly id = `reason-${nextId++}`;

  protected click(): void {
    if (this.reason() === null && !this.busy()) this.act.emit();
  }
}
