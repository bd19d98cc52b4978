import { Component, computed, input } from '@angular/core';
import type { ReviewView } from '@office/contracts';
import { COMMENT_KINDS, CRITERIA } from '@office/domain';
import { commentKindWords, criterionWords } from '../../quality-board/data/board-words';

/** What an institution said: scores, and comments with the weighty ones on top. */
@Component({
  selector: 'office-review-line',
  template: `
    <ul class="scores" i18n-aria-label="@@review.scores" aria-label="Scores from 1 to 5">
      @for (score of scores(); track score.word) {
        <li>
          {{ score.word }} <b>{{ score.value }}</b>
        </li>
      }
    </ul>
    @for (comment of comments(); track comment.id) {
      <div class="comment">
        <span class="tag" [attr.data-kind]="comment.kind">{{ comment.kindWord }}</span>
        @if (comment.anchor) {
          <b class="anchor">{{ comment.anchor }}</b>
        }
        <p>{{ comment.text }}</p>
      </div>
    }
  `,
  styleUrl: './review-line.scss',
})
export class ReviewLine {
  readonly review = input.required<ReviewView>();
  protected readonly scores = computed(() =>
    CRITERIA.map((criterion) => ({ word: criterionWords(criterion), value: this.review().scores[criterion] })),
  );
  protected readonly comments = computed(() =>
    this.review()
      .comments.map((comment) => ({ ...comment, kindWord: commentKindWords(comment.kind) }))
      .sort((a, b) => COMMENT_KINDS.indexOf(a.kind) - COMMENT_KINDS.indexOf(b.kind)),
  );
}
