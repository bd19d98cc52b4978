import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ReviewCommentView } from '@office/contracts';
import type { CommentLine } from '../data/comment-acts';

/** What somebody does about a comment. */
export type CommentStep = 'answer' | 'agree' | 'contest' | 'agree-as-chair';
export interface CommentTaken {
  readonly step: CommentStep;
  readonly comment: ReviewCommentView;
}

/** A comment with the lead's answer and what the reviewer says to it. */
@Component({
  selector: 'office-comment-box',
  imports: [MatButton],
  templateUrl: './comment-box.html',
  styleUrl: './comment-box.scss',
})
export class CommentBox {
  readonly line = input.required<CommentLine>();
  readonly busy = input(false);
  readonly act = output<CommentTaken>();

  protected take(step: CommentStep): void {
    this.act.emit({ step, comment: this.line().comment });
  }
}
