import { Component, computed, input } from '@angular/core';
import type { TextDifferenceView } from '@office/contracts';
import { skippedWords } from '../data/comparison-words';

/** Two texts side by side; on a phone what was and what is stand under each other. */
@Component({
  selector: 'office-text-difference',
  templateUrl: './text-difference.html',
  styleUrl: './text-difference.scss',
})
export class TextDifference {
  readonly difference = input.required<TextDifferenceView>();
  /** Numbers of the two versions. */
  readonly from = input.required<string>();
  readonly to = input.required<string>();

  protected readonly rows = computed(() =>
    this.difference().blocks.map((block, index) => ({
      index,
      block,
      skipped: block.kind === 'skipped' ? skippedWords(block.paragraphs) : '',
    })),
  );
}
