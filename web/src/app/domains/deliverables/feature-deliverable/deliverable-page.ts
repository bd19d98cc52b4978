import '../../../shared/page-kit';
import { Component, computed, inject, input, linkedSignal, type Type } from '@angular/core';
import { Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import type { DeliverableVersionView, DeliverableView, ReviewRoundView } from '@office/contracts';
import type { ConfirmableCheck } from '@office/domain';
import { eventWords } from '../../../shared/ui-activity/event-words';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { DemoBadge } from '../../../shared/ui-demo-badge/demo-badge';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { type Crumb, PageHeader } from '../../../shared/ui-page-header/page-header';
import { Person } from '../../../shared/ui-person/person';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../shared/ui-time/time';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { ReviewForm } from '../feature-review/review-form';
import { UploadPanel } from '../feature-upload/upload-panel';
import type { PreviewQuestion } from '../feature-preview/preview-dialog';
import { confirmationWords } from '../data/check-words';
import { confirmWords } from '../data/confirm-words';
import type { OfferKind } from '../data/offer-words';
import { ContractFacts } from '../ui/contract-facts';
import { HistoryList } from '../ui/history-list';
import { LifeLine } from '../ui/life-line';
import { PortalLog } from '../ui/portal-log';
import { SignOffCheck } from '../ui/sign-off-check';
import { SignOffFacts } from '../ui/sign-off-facts';
import { VersionList } from '../ui/version-list';
import type { AnswerQuestion } from './answer-dialog';
import { BoardCard } from './board-card';
import { decisionOf } from './decision';
import { DeliverableStore, type PlainStep } from './deliverable-store';
import type { SignOffQuestion } from './sign-off-dialog';

/** Forms that the page opens in place; an address asks for one by `?do=`. */
type OpenForm = 'upload' | 'review' | null;

@Component({
  selector: 'office-deliverable-page',
  imports: [
    ActionButton,
    BoardCard,
    Card,
    ContractFacts,
    DemoBadge,
    ErrorState,
    HistoryList,
    LifeLine,
    MatButton,
    PageHeader,
    Person,
    PortalLog,
    ReviewForm,
    SignOffCheck,
    SignOffFacts,
    Skeleton,
    StatusChip,
    Time,
    UploadPanel,
    VersionList,
  ],
  providers: [DeliverableStore],
  templateUrl: './deliverable-page.html',
  styleUrl: './deliverable-page.scss',
})
export class DeliverablePage {
  readonly #dialogs = inject(Dialogs);
  readonly #router = inject(Router);
  readonly projectId = input.required<string>();
  /** `?do=upload` or `?do=review` */
  readonly do = input<string>();

  protected readonly store = inject(DeliverableStore);
  readonly #asked = linkedSignal<OpenForm>(() => {
    const form = this.do();
    return form === 'upload' || form === 'review' ? form : null;
  });
  /** The form that is asked for, once the person may fill it in; then it stays open, whatever others do meanwhile. */
  protected readonly opened = linkedSignal<{ form: OpenForm; may: boolean }, OpenForm>({
    source: () => ({ form: this.#asked(), may: this.#mayNow(this.#asked()) }),
    computation: ({ form, may }, before) => (may || before?.value === form ? form : null),
  });
  /** The round that a review is being written for, also when it closes before the review is sent. */
  protected readonly reviewing = linkedSignal<{ round: ReviewRoundView | null; open: boolean }, ReviewRoundView | null>({
    source: () => ({ round: this.store.round(), open: this.opened() === 'review' }),
    computation: ({ round, open }, before) => (open && before?.value && before.value.id !== round?.id ? before.value : round),
  });
  protected readonly meanwhile = computed(() => {
    const item = this.store.meanwhile();
    return item && { ...item, words: eventWords(item).words };
  });

  protected readonly offers = this.store.offers;
  protected readonly mayReview = computed(() => this.#mayNow('review'));
  protected readonly mayUpload = computed(() => this.#mayNow('upload'));
  protected readonly heading = computed(() => {
    const view = this.store.page.data();
    return view ? `${view.number} ${view.title}` : $localize`:@@deliverable.title:Deliverable`;
  });
  protected readonly crumbs = computed<Crumb[]>(() => {
    const work = this.store.page.data()?.workPackage;
    const list = { label: $localize`:@@deliverables.title:Deliverables`, link: ['/p', this.projectId(), 'deliverables'] };
    return work ? [list, { label: `${work.number} ${work.title}` }] : [list];
  });
  protected readonly certificateHref = computed(
    () => `/api/projects/${this.projectId()}/deliverables/${this.store.page.data()?.id ?? ''}/sign-off-certificate.pdf`,
  );
  protected readonly filesBase = computed(
    () => `/api/projects/${this.projectId()}/deliverables/${this.store.page.data()?.id ?? ''}/versions`,
  );

  protected async act(kind: OfferKind, view: DeliverableView): Promise<void> {
    switch (kind) {
      case 'upload':
      case 'review':
        this.open(kind);
        return;
      case 'open-review':
      case 'approve':
      case 'submit':
        return this.#takeIf(this.#dialogs.confirm(confirmWords(kind, view)), kind, view);
      case 'sign-off':
        return this.#signOff(view);
      case 'request-changes':
        return this.#takeIf(this.#decide(view), kind, view);
      case 'record-answer':
        return this.#answer(view);
    }
  }

  protected async preview(
    { id, number, fileName, href }: DeliverableVersionView & { readonly href: string },
    view: DeliverableView,
  ): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('../feature-preview/preview-dialog')).PreviewDialog;
    const question: PreviewQuestion = { deliverableId: view.id, versionId: id, number, fileName, href };
    await this.#dialogs.open(load, question, { width: '900px' });
  }

  protected async confirmCheck(check: ConfirmableCheck, view: DeliverableView): Promise<void> {
    const question = confirmationWords(check, view.latestVersion ?? '');
    if (await this.#dialogs.confirm(question)) await this.store.confirmCheck(check, view);
  }

  protected open(form: OpenForm): void {
    this.#asked.set(form);
    // An address that asked for the form asks no more once it is closed: loading it again shows the page.
    if (form === null && this.do() !== undefined)
      void this.#router.navigate([], { queryParams: { do: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected uploaded(view: DeliverableView): void {
    this.open(null);
    this.store.finished(view, $localize`:@@done.upload:Version ${view.latestVersion}:version: of ${view.number}:number: is uploaded`);
  }

  protected reviewed(view: DeliverableView): void {
    this.open(null);
    this.store.finished(view, $localize`:@@done.review:Your review of ${view.number}:number: is sent`);
  }

  protected behind(): void {
    this.open(null);
    this.store.page.reload();
  }

  #mayNow(kind: OfferKind | null): boolean {
    const { primary, others } = this.store.offers();
    return [primary, ...others].some((offer) => offer?.kind === kind && offer.reason === null);
  }

  /** On what was shown when the person was asked, and on nothing that came since. */
  async #takeIf(confirmed: Promise<boolean>, step: PlainStep, seen: DeliverableView): Promise<void> {
    if (await confirmed) await this.store.take(step, seen);
  }

  async #decide(view: DeliverableView): Promise<boolean> {
    const question = decisionOf('request-changes', view);
    const load = async (): Promise<Type<unknown>> => (await import('./decision-dialog')).DecisionDialog;
    return question !== null && (await this.#dialogs.open<boolean>(load, question)) === true;
  }

  async #signOff(view: DeliverableView): Promise<void> {
    const decision = decisionOf('sign-off', view);
    if (!decision) return;
    const load = async (): Promise<Type<unknown>> => (await import('./sign-off-dialog')).SignOffDialog;
    const question: SignOffQuestion = { ...decision, sign: (password) => this.store.signOff(password, view) };
    await this.#dialogs.open(load, question);
  }

  async #answer(view: DeliverableView): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('./answer-dialog')).AnswerDialog;
    const question: AnswerQuestion = { deliverable: `${view.number} ${view.title}`, save: (answer) => this.store.answer(answer, view) };
    await this.#dialogs.open(load, question);
  }
}
