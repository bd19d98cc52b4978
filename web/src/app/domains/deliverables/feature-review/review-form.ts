import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, output, type OnInit, type Type } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DeliverableView, ReviewRoundView } from '@office/contracts';
import { ANCHOR_MAX_LENGTH, COMMENT_KINDS, COMMENT_MAX_LENGTH, CRITERIA, isInFavour, SCORE_MAX, SCORE_MIN, VERDICTS } from '@office/domain';
import { Card } from '../../../shared/ui-card/card';
import { Icon } from '../../../shared/ui-icon/icon';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { problemWords } from '../../../shared/util-http/problem-words';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { commentKindWords } from '../../quality-board/data/board-words';
import { deadlineWords } from '../../quality-board/data/deadline-words';
import { verdictChip } from '../../../shared/ui-status-chip/status-words';
import { keptWords, otherDraftWords } from '../data/kept-words';
import { criterionChoice, verdictHint } from '../data/review-words';
import type { PreviewQuestion } from '../feature-preview/preview-dialog';
import { Dictate } from '../ui/dictate';
import { DraftKeeper } from './draft-keeper';
import { ReviewStore } from './review-store';

/** Scores, comments and a verdict on one version, made for one hand on a phone as well. */
@Component({
  selector: 'office-review-form',
  imports: [Card, Dictate, Icon, MatButton],
  providers: [DraftKeeper, ReviewStore],
  templateUrl: './review-form.html',
  styleUrl: './review-form.scss',
  host: { tabindex: '-1' },
})
export class ReviewForm implements OnInit {
  readonly #dialogs = inject(Dialogs);
  readonly #clock = inject(OfficeClock);
  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly deliverable = input.required<DeliverableView>();
  readonly round = input.required<ReviewRoundView>();
  /** Address of the file under review. */
  readonly fileHref = input.required<string>();
  /** The deliverable with the verdict in it. */
  readonly sent = output<DeliverableView>();
  readonly closed = output();
  /** The page is behind what is at the server. */
  readonly behind = output();

  protected readonly store = inject(ReviewStore);
  protected readonly criteria = CRITERIA.map(criterionChoice);
  protected readonly scores = Array.from({ length: SCORE_MAX - SCORE_MIN + 1 }, (_, index) => SCORE_MIN + index);
  protected readonly limits = { text: COMMENT_MAX_LENGTH, anchor: ANCHOR_MAX_LENGTH };
  protected readonly kinds = COMMENT_KINDS.map((id) => ({ id, word: commentKindWords(id) }));
  protected readonly verdicts = VERDICTS.map((id) => ({
    id,
    look: verdictChip(id).look,
    word: verdictChip(id).word,
    hint: verdictHint(id),
  }));
  protected readonly problemWords = problemWords;
  protected readonly heading = computed(() => $localize`:@@review.heading:Your review of version ${this.round().versionNumber}:version:`);
  protected readonly closes = computed(() => deadlineWords(this.round().closesAt, this.#clock.deadlineZone(), this.#clock.personZone()));
  protected readonly fileName = computed(
    () => this.deliverable().versions.find((version) => version.id === this.round().versionId)?.fileName ?? '',
  );
  protected readonly needsMajor = computed(() => {
    const verdict = this.store.draft().verdict;
    return verdict !== null && !isInFavour(verdict);
  });
  protected readonly keptWords = computed(() => keptWords(this.store.kept()));
  protected readonly other = computed(() => {
    const other = this.store.otherDraft();
    return other && otherDraftWords(other, this.#clock.personZone());
  });
  /** Refusals after which writing on is of no use. */
  protected readonly over = computed(() => this.store.problem()?.status === 409);

  constructor() {
    afterNextRender(() => {
      this.#host.scrollIntoView({ block: 'start' });
      this.#host.focus({ preventScroll: true });
    });
  }

  ngOnInit(): void {
    this.store.open(this.round().id);
  }

  /** Looks into the file without leaving the form. */
  protected async read(): Promise<void> {
    const { versionId, versionNumber } = this.round();
    const load = async (): Promise<Type<unknown>> => (await import('../feature-preview/preview-dialog')).PreviewDialog;
    const question: PreviewQuestion = {
      deliverableId: this.deliverable().id,
      versionId,
      number: versionNumber,
      fileName: this.fileName(),
      href: this.fileHref(),
    };
    await this.#dialogs.open(load, question, { width: '900px' });
  }

  protected addComment(): void {
    const key = this.store.addComment();
    this.#focusOn(`#comment-text-${key}`);
  }

  protected removeComment(key: number): void {
    this.store.removeComment(key);
    this.#focusOn('#add-comment');
  }

  protected async send(): Promise<void> {
    if (!this.store.check()) {
      this.#focusOn('[aria-invalid="true"]');
      return;
    }
    const version = this.round().versionNumber;
    const verdict = verdictChip(this.store.draft().verdict ?? 'accept').word;
    const confirmed = await this.#dialogs.confirm({
      title: $localize`:@@review.confirmTitle:Send your review of version ${version}:version:?`,
      text: $localize`:@@review.confirmText:Your verdict is “${verdict}:verdict:”. A review is sent once: afterwards neither you nor anybody else can change it.`,
      action: $localize`:@@review.confirmAction:Send the review`,
    });
    if (!confirmed) return;
    const view = await this.store.send();
    if (view) this.sent.emit(view);
  }

  #focusOn(selector: string): void {
    afterNextRender(() => this.#host.querySelector<HTMLElement>(selector)?.focus(), { injector: this.#injector });
  }
}
