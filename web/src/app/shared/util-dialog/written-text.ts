type Field = HTMLInputElement | HTMLTextAreaElement;

/** A line of words; what is looked for is typed again in no time. */
const FIELDS = 'textarea, input:is([type=text], [type=url], [type=email], [type=number]):not([role=combobox])';

/** What a person has typed inside of an element since it was first touched. A field that is taken away has lost its words as well. */
export class WrittenText {
  readonly #before = new Map<Field, string>();

  /** Listens as long as the element is there. */
  constructor(within: HTMLElement) {
    within.addEventListener('focusin', ({ target }) => this.#remember(target));
    // A field that is written into without the focus, by dictation for one, was as the page made it.
    within.addEventListener('beforeinput', ({ target }) => this.#remember(target));
  }

  isThere(): boolean {
    return [...this.#before].some(([field, before]) => field.value.trim() !== before.trim());
  }

  #remember(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement) || !target.matches(FIELDS)) return;
    const field = target as Field;
    if (!this.#before.has(field)) this.#before.set(field, field.value);
  }
}
