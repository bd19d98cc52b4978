import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui-icon/icon';
import type { ReadProblem } from '../util-http/problem';
import { problemWords } from '../util-http/problem-words';

/** What went wrong, in words, what was kept, and a way to try again. */
@Component({
  selector: 'office-error-state',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <div class="box" role="alert">
      <office-icon name="alert" />
      <p class="heading">{{ words() }}</p>
      @if (kept()) {
        <p class="muted">{{ kept() }}</p>
      }
      @if (requestId()) {
        <p class="muted" i18n="@@error.request">Request {{ requestId() }}</p>
      }
      @if (gone()) {
        <p class="muted" i18n="@@error.gone">The address may be mistyped, or it belongs to a project that you are not a member of.</p>
        <a routerLink="/" i18n="@@error.home">Go to your work</a>
      }
      @if (again()) {
        <button matButton="outlined" type="button" i18n="@@error.retry" (click)="retry.emit()">Try again</button>
      }
    </div>
  `,
  styles: `
    .box {
      display: grid;
      justify-items: center;
      gap: 6px;
      padding: 28px 16px;
      text-align: center;
      --icon-size: 26px;
    }

    office-icon {
      color: var(--late);
    }

    .heading {
      font-weight: 600;
    }
  `,
})
export class ErrorState {
  readonly problem = input.required<ReadProblem>();
  /** What the person does not lose: "Your text is kept." */
  readonly kept = input('');
  readonly retry = output();

  protected readonly words = computed(() => problemWords(this.problem()));
  protected readonly requestId = computed(() => {
    const problem = this.problem();
    return problem.status >= 500 && !problem.offline ? problem.requestId : '';
  });
  protected readonly gone = computed(() => this.problem().code === 'not-found');
  protected readonly again = computed(() => !this.gone() && this.problem().code !== 'forbidden');
}
