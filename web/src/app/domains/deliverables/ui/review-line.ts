import { Component, computed, input, output } from '@angular/core';
import type { ReviewView } from '@office/contracts';
import { CRITERIA } from '@office/domain';
import { criterionWords } from '../../quality-board/data/board-words';
import type { CommentLine } from '../data/comment-acts';
import { CommentBox, type CommentTaken } from './comment-box';

/** What an institution said: scores, and its comments with what became of them. */
@Component({
  selector: 'office-review-line',
  imports: [CommentBox],
  template: `
    <ul class="scores" i18n-aria-label="@@review.scores" aria-label="Scores from 1 to 5">
      @for (score of scores(); track score.word) {
        <li>
          {{ score.word }} <b>{{ score.value }}</b>
        </li>
      }
    </ul>
    @for (line of comments(); track line.comment.id) {
      <office-comment-box [line]="line" [busy]="busy()" (act)="act.emit($event)" />
    }
  `,
  styleUrl: './review-line.scss',
})
export class ReviewLine {
  readonly review = input.required<ReviewView>();
  readonly comments = input.required<readonly CommentLine[]>();
  readonly busy = input(false);
  readonly act = output<CommentTaken>();
  protected readonly scores = computed(() =>
    CRITERIA.map((criterion) => ({ word: criterionWords(criterion), value: this.review().scores[criterion] })),
  );
}
