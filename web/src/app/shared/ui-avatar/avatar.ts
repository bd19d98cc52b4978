import { booleanAttribute, Component, computed, input } from '@angular/core';

/** Two letters in a circle; decoration beside a name that is written out. */
@Component({
  selector: 'office-avatar',
  template: `<span class="disc" [class.quiet]="quiet()" aria-hidden="true">{{ letters() }}</span>`,
  styles: `
    .disc {
      display: grid;
      place-items: center;
      width: 28px;
      height: 28px;
      border-radius: 50%;
      background: var(--brand-soft);
      color: var(--brand);
      font-size: 11px;
      font-weight: 600;
    }

    .quiet {
      background: var(--idle-soft);
      color: var(--idle);
    }
  `,
})
export class Avatar {
  /** A short name ("QUI") or a name ("Hanoi University"). */
  readonly name = input.required<string>();
  readonly quiet = input(false, { transform: booleanAttribute });
  protected readonly letters = computed(() => {
    const words = this.name()
      .split(/\s+/)
      .filter((word) => /^\p{L}/u.test(word));
    const letters = words.length > 1 ? `${words[0]?.charAt(0)}${words.at(-1)?.charAt(0)}` : this.name().slice(0, 2);
    return letters.toUpperCase();
  });
}
