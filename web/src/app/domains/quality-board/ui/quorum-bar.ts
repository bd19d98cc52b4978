import { Component, computed, input } from '@angular/core';
import type { Tally } from '@office/domain';
import { outcomeWords, verdictsInWords, votesWords } from '../data/board-words';

type Vote = 'for' | 'against' | 'open';

/** One piece per member who may vote, filled as verdicts come in; a mark stands where the quorum is reached. */
@Component({
  selector: 'office-quorum-bar',
  template: `
    <div class="bar" aria-hidden="true">
      @for (vote of votes(); track $index) {
        <i [attr.data-vote]="vote" [class.quorum]="$index + 1 === tally().quorum"></i>
      }
    </div>
    <p>
      <b>{{ count() }}</b> · {{ sides() }}
      @if (!short()) {
        · {{ outcome() }}
      }
    </p>
  `,
  styleUrl: './quorum-bar.scss',
})
export class QuorumBar {
  readonly tally = input.required<Tally>();
  /** Leaves out what the verdicts amount to. */
  readonly short = input(false);

  protected readonly votes = computed<readonly Vote[]>(() => {
    const { eligible, cast, inFavour } = this.tally();
    const piece = (index: number): Vote => (index < inFavour ? 'for' : index < cast ? 'against' : 'open');
    return Array.from({ length: Math.max(eligible, cast) }, (_, index) => piece(index));
  });
  protected readonly count = computed(() => verdictsInWords(this.tally()));
  protected readonly sides = computed(() => votesWords(this.tally()));
  protected readonly outcome = computed(() => outcomeWords(this.tally()));
}
