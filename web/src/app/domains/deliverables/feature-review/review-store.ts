import { computed, inject, Injectable, signal } from '@angular/core';
import type { DeliverableView, FieldProblem } from '@office/contracts';
import { COMMENT_MAX_LENGTH, type Criterion, type Verdict } from '@office/domain';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { type DraftComment, findingsOf, findingWords, requestOf, type ReviewDraft } from '../data/review-draft';
import { withSpoken } from '../data/speech';
import { DraftKeeper } from './draft-keeper';

/** A review while it is written: a draft until it is sent, once and for good. */
@Injectable()
export class ReviewStore {
  readonly #api = inject(ProjectApi);
  readonly #keeper = inject(DraftKeeper);
  readonly #refused = signal<readonly FieldProblem[]>([]);
  readonly #tried = signal(false);
  #roundId = '';

  readonly draft = this.#keeper.draft;
  readonly kept = this.#keeper.where.asReadonly();
  readonly otherDraft = this.#keeper.other.asReadonly();
  readonly sending = signal(false);
  readonly problem = signal<ReadProblem | null>(null);

  readonly findings = computed<readonly FieldProblem[]>(() => {
    if (!this.#tried()) return [];
    const own = findingsOf(this.draft());
    return own.length > 0 ? own : this.#refused();
  });

  open(roundId: string): void {
    this.#roundId = roundId;
    void this.#keeper.open(roundId);
  }

  /** Of two drafts that were written apart from each other, the one that is not shown. */
  swapDrafts(): void {
    this.#keeper.swap();
  }

  score(criterion: Criterion, score: number): void {
    this.#change({ scores: { ...this.draft().scores, [criterion]: score } });
  }

  decide(verdict: Verdict): void {
    this.#change({ verdict });
  }

  addComment(): number {
    const key = Math.max(-1, ...this.draft().comments.map((comment) => comment.key)) + 1;
    this.#change({ comments: [...this.draft().comments, { key, kind: 'minor', anchor: '', text: '' }] });
    return key;
  }

  changeComment(key: number, part: Partial<DraftComment>): void {
    this.#change({ comments: this.draft().comments.map((comment) => (comment.key === key ? { ...comment, ...part } : comment)) });
  }

  /** Puts what was dictated behind what stands in the comment. */
  say(key: number, spoken: string): void {
    const comment = this.draft().comments.find((each) => each.key === key);
    if (comment) this.changeComment(key, { text: withSpoken(comment.text, spoken, COMMENT_MAX_LENGTH) });
  }

  removeComment(key: number): void {
    this.#change({ comments: this.draft().comments.filter((comment) => comment.key !== key) });
  }

  /** Words for what is wrong at a path; empty when nothing is, or before the first try. */
  errorAt(path: string): string {
    const finding = this.findings().find((found) => found.path === path);
    return finding ? findingWords(finding) : '';
  }

  /** Whether the review can be sent as it is; from now on findings are shown. */
  check(): boolean {
    this.#tried.set(true);
    this.#refused.set([]);
    return this.findings().length === 0;
  }

  /** Sends it; the deliverable with the verdict in, or undefined when it was refused and the draft stays. */
  async send(): Promise<DeliverableView | undefined> {
    this.sending.set(true);
    this.problem.set(null);
    await this.#keeper.settle();
    const result = await this.#api.post<DeliverableView>(['review-rounds', this.#roundId, 'reviews'], { body: requestOf(this.draft()) });
    this.sending.set(false);
    if (!result.ok) {
      this.problem.set(result.problem);
      this.#refused.set(result.problem.offline ? [] : (result.problem.errors ?? []));
      return undefined;
    }
    this.#keeper.forget();
    return result.value;
  }

  #change(part: Partial<ReviewDraft>): void {
    this.#refused.set([]);
    this.#keeper.keep({ ...this.draft(), ...part });
  }
}
