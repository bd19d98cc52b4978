import { Component, computed, input } from '@angular/core';
import { type Tally, type Verdict, VERDICTS } from '@office/domain';
import { outcomeWords, verdictsInWords, votesWords } from '../data/board-words';

/** A verdict with its own colour where the verdicts are known, else on which side it was. */
type Vote = Verdict | 'for' | 'against' | 'open';

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
  /** The verdicts themselves, where they are known: each piece then has its colour. */
  readonly verdicts = input<readonly Verdict[]>([]);
  /** Leaves out what the verdicts amount to. */
  readonly short = input(false);

  protected readonly votes = computed<readonly Vote[]>(() => {
    const { eligible, cast, inFavour } = this.tally();
    const known = [...this.verdicts()].sort((a, b) => VERDICTS.indexOf(a) - VERDICTS.indexOf(b));
    const piece = (index: number): Vote => known[index] ?? (index < inFavour ? 'for' : index < cast ? 'against' : 'open');
    return Array.from({ length: Math.max(eligible, cast) }, (_, index) => piece(index));
  });
  protected readonly count = computed(() => verdictsInWords(this.tally()));
  protected readonly sides = computed(() => votesWords(this.tally()));
  protected readonly outcome = computed(() => outcomeWords(this.tally()));
}
