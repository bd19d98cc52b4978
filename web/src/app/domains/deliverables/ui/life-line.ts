import { Component, computed, input } from '@angular/core';

/** One stop of the way. */
export interface Stop {
  readonly id: string;
  readonly word: string;
  readonly status: 'done' | 'current' | 'coming';
  /** What is special about the stop. */
  readonly note: string;
  /** The day of the stop, in words. */
  readonly date?: string;
}

const STATUS: Record<Stop['status'], () => string> = {
  done: () => $localize`:@@life.statusDone:done`,
  current: () => $localize`:@@life.statusCurrent:now`,
  coming: () => $localize`:@@life.statusComing:to come`,
};

/** The stops of a deliverable from the plan to EACEA's word, or of anything else that goes one way; on a phone a row of dots with the words of the present one. */
@Component({
  selector: 'office-life-line',
  template: `
    <ol [attr.aria-label]="label()">
      @for (step of list(); track step.id) {
        <li [attr.data-status]="step.status" [attr.data-step]="step.id" [attr.aria-current]="step.status === 'current' ? 'step' : null">
          <span class="word">
            {{ step.word }}<span class="visually-hidden">, {{ step.statusWord }}</span>
            @if (step.note) {
              <small>{{ step.note }}</small>
            }
            @if (step.date) {
              <small class="date">{{ step.date }}</small>
            }
          </span>
        </li>
      }
    </ol>
    <p class="summary" aria-hidden="true">
      <b>{{ current()?.word }}</b>
      <span class="muted">
        <ng-container i18n="@@life.position">step {{ position() }} of {{ list().length }}</ng-container>
        @if (current()?.note; as note) {
          · {{ note }}
        }
        @if (current()?.date; as date) {
          · {{ date }}
        }
      </span>
    </p>
  `,
  styleUrl: './life-line.scss',
})
export class LifeLine {
  readonly steps = input.required<readonly Stop[]>();
  readonly label = input($localize`:@@life.label:Steps of this deliverable`);
  protected readonly list = computed(() => this.steps().map((step) => ({ ...step, statusWord: STATUS[step.status]() })));
  protected readonly current = computed(() => this.steps().find((step) => step.status === 'current'));
  protected readonly position = computed(() => this.steps().findIndex((step) => step.status === 'current') + 1);
}
