import { computed, Injectable, signal } from '@angular/core';
import type { PlainDate } from '@office/domain';
import { isMoved, keyStep, type Movable, type Move, movedBy, type MovedPart, partAt, unmoved } from '../data/bar-move';
import { spokenMove } from '../data/move-words';

/** What the mover has to know of the picture that it moves in. */
export interface Scene {
  readonly start: PlainDate;
  readonly durationMonths: number;
  /** Months that the picture is wide. */
  readonly months: number;
  subject(id: string): Movable | undefined;
}

interface Hold {
  readonly origin: Move;
  readonly part: MovedPart;
  readonly pointerId: number;
  readonly x: number;
  readonly monthWidth: number;
}

/** A pointer that moved less has clicked. */
const CLICK_PIXELS = 4;
/** As in timeline-phone.scss: there the rows are cards and a finger scrolls. */
const PHONE = '(max-width: 720px)';

const movableAt = (event: Event): HTMLElement | null => (event.target as Element).closest<HTMLElement>('[data-move]');

/** Moves bars and marks by pointer and by arrow keys. It only intends: what is let go is handed on, nothing is written. */
@Injectable()
export class BarMover {
  readonly #move = signal<Move | null>(null);
  readonly #spoken = signal('');
  #hold: Hold | null = null;
  #dragged = false;

  /** The move that is under way. */
  readonly move = computed(() => {
    const move = this.#move();
    return move !== null && isMoved(move) ? move : null;
  });
  /** What a screen reader is told. */
  readonly spoken = this.#spoken.asReadonly();

  grab(event: PointerEvent, scene: Scene): void {
    const element = movableAt(event);
    const subject = scene.subject(element?.dataset['move'] ?? '');
    if (!element || !subject || event.button !== 0 || matchMedia(PHONE).matches) return;
    const { left, width } = element.getBoundingClientRect();
    const axisWidth = element.closest('td')?.clientWidth ?? 0;
    this.#hold = {
      origin: unmoved(subject),
      part: partAt(event.clientX - left, width, subject),
      pointerId: event.pointerId,
      x: event.clientX,
      monthWidth: axisWidth / scene.months,
    };
    this.#dragged = false;
  }

  drag(event: PointerEvent, scene: Scene): void {
    const hold = this.#hold;
    if (hold?.pointerId !== event.pointerId || hold.monthWidth === 0) return;
    const distance = event.clientX - hold.x;
    if (!this.#dragged && Math.abs(distance) < CLICK_PIXELS) return;
    if (!this.#dragged) movableAt(event)?.setPointerCapture(event.pointerId);
    this.#dragged = true;
    this.#move.set(movedBy(hold.origin, hold.part, Math.round(distance / hold.monthWidth), scene.durationMonths));
  }

  /** The move that was let go, if something has moved. */
  drop(event: PointerEvent): Move | null {
    if (this.#hold?.pointerId !== event.pointerId) return null;
    this.#hold = null;
    return this.#take();
  }

  /** The click that ends a drag follows no link and opens nothing. */
  click(event: MouseEvent): void {
    if (!this.#dragged) return;
    this.#dragged = false;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @returns the move that Enter confirmed; `handled` tells whether the key was one of ours */
  press(event: KeyboardEvent, scene: Scene): { readonly handled: boolean; readonly confirmed: Move | null } {
    const subject = scene.subject(movableAt(event)?.dataset['move'] ?? '');
    if (!subject || event.ctrlKey || event.altKey || event.metaKey) return { handled: false, confirmed: null };
    const step = keyStep(event, subject);
    if (step) this.#step(subject, step.part, step.months, scene);
    else if (event.key === 'Escape' && this.move()) this.cancel(scene);
    else if (event.key === 'Enter' && this.move()) return { handled: true, confirmed: this.#take() };
    else return { handled: false, confirmed: null };
    return { handled: true, confirmed: null };
  }

  /** Focus has gone elsewhere: what the keys began is put back, what a pointer holds stays. */
  leave(scene: Scene): void {
    if (this.#hold === null) this.cancel(scene);
  }

  /** Puts back what is under way and says so. */
  cancel(scene: Scene): void {
    const move = this.move();
    this.#hold = null;
    this.#move.set(null);
    if (move) this.#spoken.set(spokenMove(scene.start, unmoved(move.subject)));
  }

  #step(subject: Movable, part: MovedPart, months: number, scene: Scene): void {
    const current = this.#move();
    const from = current?.subject.id === subject.id ? current : unmoved(subject);
    const move = movedBy(from, part, months, scene.durationMonths);
    this.#move.set(move);
    this.#spoken.set(spokenMove(scene.start, move));
  }

  #take(): Move | null {
    const move = this.move();
    this.#move.set(null);
    return move;
  }
}
