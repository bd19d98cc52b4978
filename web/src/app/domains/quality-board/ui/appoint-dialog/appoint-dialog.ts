import '../../../../shared/page-kit';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { DeliverableView, ReviewerCandidateView, ReviewerChoiceView } from '@office/contracts';
import { DialogFoot } from '../../../../shared/ui-dialog-foot/dialog-foot';
import { ErrorState } from '../../../../shared/ui-error-state/error-state';
import { Skeleton } from '../../../../shared/ui-skeleton/skeleton';
import { pageResource } from '../../../../shared/util-http/page-resource';
import { problemWords } from '../../../../shared/util-http/problem-words';
import { currentOf, ProjectApi } from '../../../../shared/util-http/project-api';
import { exclusionWords } from '../../data/board-words';
import { appointmentWords, countryWords, isSuggested, loadWords, suggestedOf } from '../../data/appointment-words';
import { suggestionWords } from '../../data/rule-words';

export interface AppointQuestion {
  readonly deliverableId: string;
  /** "D1.3 First quality report" */
  readonly deliverable: string;
}

/** Who reviews a deliverable: a fair spread is suggested with its reasons, and whoever has a conflict cannot be chosen. */
@Component({
  selector: 'office-appoint-dialog',
  imports: [DialogFoot, ErrorState, MatButton, MatDialogContent, MatDialogTitle, Skeleton],
  templateUrl: './appoint-dialog.html',
  styleUrl: './appoint-dialog.scss',
})
export class AppointDialog {
  readonly #api = inject(ProjectApi);
  readonly #dialog = inject<MatDialogRef<AppointDialog, DeliverableView>>(MatDialogRef);
  protected readonly question = inject<AppointQuestion>(MAT_DIALOG_DATA);
  /** Still: what is chosen is chosen on what was shown. */
  protected readonly page = pageResource<ReviewerChoiceView>(
    () => this.#api.url('deliverables', this.question.deliverableId, 'reviewers'),
    { still: true },
  );
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(() => {
    const candidates = this.page.data()?.candidates ?? [];
    const appointed = candidates.filter((candidate) => candidate.appointed);
    return new Set((appointed.length > 0 ? appointed : suggestedOf(candidates)).map(({ membershipId }) => membershipId));
  });
  protected readonly saving = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly lines = computed(() => (this.page.data()?.candidates ?? []).map((candidate) => this.#lineOf(candidate)));
  protected readonly hint = computed(() => {
    const view = this.page.data();
    return view ? appointmentWords(view) : '';
  });
  protected readonly asSuggested = computed(() => isSuggested(this.page.data()?.candidates ?? [], this.chosen()));

  protected turn(membershipId: string, wanted: boolean): void {
    const others = [...this.chosen()].filter((id) => id !== membershipId);
    this.chosen.set(new Set(wanted ? [...others, membershipId] : others));
  }

  protected takeSuggestion(): void {
    this.chosen.set(new Set(suggestedOf(this.page.data()?.candidates ?? []).map(({ membershipId }) => membershipId)));
  }

  protected cancel(): void {
    this.#dialog.close();
  }

  protected async save(): Promise<void> {
    const view = this.page.data();
    if (!view || this.saving()) return;
    this.saving.set(true);
    const path = ['deliverables', this.question.deliverableId, 'reviewers'];
    const result = await this.#api.put<DeliverableView>(path, { body: { membershipIds: [...this.chosen()] }, version: view.version });
    this.saving.set(false);
    if (result.ok) {
      this.#dialog.close(result.value);
      return;
    }
    this.problem.set(problemWords(result.problem));
    if (currentOf(result.problem)) this.page.reload();
  }

  #lineOf(candidate: ReviewerCandidateView): object & {
    readonly candidate: ReviewerCandidateView;
    readonly about: string;
    readonly why: string;
  } {
    const { exclusion, reasons } = candidate;
    return {
      candidate,
      about: `${countryWords(candidate.country)} · ${loadWords(candidate.load)}`,
      why: exclusion === null ? reasons.map(suggestionWords).join(', ') : exclusionWords(exclusion),
    };
  }
}
