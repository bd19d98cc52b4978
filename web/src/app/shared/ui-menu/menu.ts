import { Component, ElementRef, input, signal, viewChild } from '@angular/core';

/**
 * A button that opens a short list of links and buttons (a disclosure). `[menuLabel]` is the button's content; a click
 * on an item closes it, so do Escape and a click outside.
 */
@Component({
  selector: 'office-menu',
  template: `
    <button #opener type="button" [class]="look()" [attr.aria-label]="label() || null" [attr.aria-expanded]="open()" (click)="toggle()">
      <ng-content select="[menuLabel]" />
    </button>
    @if (open()) {
      <div #list class="list" [class.from-left]="fromLeft()"><ng-content /></div>
    }
  `,
  styleUrl: './menu.scss',
  host: {
    '(click)': 'chosen($event)',
    '(document:click)': 'outside($event)',
    '(keydown.escape)': 'escape()',
    '(focusout)': 'left($event)',
  },
})
export class Menu {
  readonly label = input('');
  readonly look = input<'plain' | 'filled'>('plain');
  protected readonly open = signal(false);
  /** A button in the left half of the window opens its list to the right. */
  protected readonly fromLeft = signal(false);
  private readonly opener = viewChild.required<ElementRef<HTMLButtonElement>>('opener');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected toggle(): void {
    const { left, right } = this.opener().nativeElement.getBoundingClientRect();
    this.fromLeft.set(left + right < innerWidth);
    this.open.update((open) => !open);
  }

  protected close(): void {
    this.open.set(false);
  }

  protected chosen(event: Event): void {
    if (this.list()?.nativeElement.contains(event.target as Node)) this.close();
  }

  protected escape(): void {
    if (!this.open()) return;
    this.close();
    this.opener().nativeElement.focus();
  }

  protected outside(event: Event): void {
    if (this.open() && !this.#holds(event.target)) this.close();
  }

  protected left(event: FocusEvent): void {
    if (event.relatedTarget !== null && !this.#holds(event.relatedTarget)) this.close();
  }

  #holds(target: EventTarget | null): boolean {
    return this.opener().nativeElement.parentElement?.contains(target as Node) ?? false;
  }
}
