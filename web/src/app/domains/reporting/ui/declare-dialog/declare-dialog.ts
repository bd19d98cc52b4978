import '../../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { ClaimView, DeclarationRequest } from '@office/contracts';
import {
  basisPoints,
  checkDeclaration,
  JUSTIFICATION_MAX_LENGTH,
  REASON_MAX_LENGTH,
  type DeclarationFinding,
  type DeclarationKind,
} from '@office/domain';
import { DialogFoot } from '../../../../shared/ui-dialog-foot/dialog-foot';
import { declarationChip } from '../../../../shared/ui-status-chip/status-words';
import { gapWords } from '../../data/claim-words';

/** What is declared, in which report. */
export interface DeclareQuestion {
  readonly claim: ClaimView;
  readonly period: number;
  readonly isLastPeriod: boolean;
  /** What the person had typed before somebody else declared the same; null at first. */
  readonly mine: DeclarationRequest | null;
}

const WORDS: Record<DeclarationFinding['code'], () => string> = {
  'partial-only-in-last-period': () => $localize`:@@declare.lastOnly:Only the last report can declare a part.`,
  'already-accepted': () => $localize`:@@declare.accepted:EACEA accepted this work package in another period.`,
  'completion-needed': () => $localize`:@@declare.partNeeded:Say which part of the activities was done.`,
  'completion-not-asked': () => $localize`:@@declare.partNotAsked:A part belongs to a partial completion only.`,
  'completion-out-of-range': () => $localize`:@@declare.partRange:Between 0 and 100 %, neither of them.`,
  'justification-needed': () => $localize`:@@declare.justify:Say why it counts as completed: EACEA reads it in the technical report.`,
  'gaps-unexplained': () => $localize`:@@declare.gaps:Something is missing. Say why you declare it all the same.`,
};

/** The coordinator's claim for one work package, checked by the same rule as at the server; closes with the request. */
@Component({
  selector: 'office-declare-dialog',
  imports: [DialogFoot, MatDialogContent, MatDialogTitle],
  templateUrl: './declare-dialog.html',
  styles: `
    .gaps {
      margin: 4px 0 0;
      padding-left: 18px;
      max-height: 9em;
      overflow-y: auto;
    }
  `,
})
export class DeclareDialog {
  readonly #dialog = inject<MatDialogRef<DeclareDialog, DeclarationRequest>>(MatDialogRef);
  protected readonly question = inject<DeclareQuestion>(MAT_DIALOG_DATA);
  readonly #before = this.question.mine ?? this.question.claim.declaration;

  protected readonly kinds = (['completed', 'partially-completed', 'not-completed'] as const)
    .filter((kind) => kind !== 'partially-completed' || this.question.isLastPeriod)
    .map((kind) => ({ kind, word: declarationChip(kind).word }));
  protected readonly gaps = this.question.claim.gaps.map(gapWords);
  protected readonly justificationMaxLength = JUSTIFICATION_MAX_LENGTH;
  protected readonly reasonMaxLength = REASON_MAX_LENGTH;

  protected readonly kind = signal<DeclarationKind>(this.#before?.kind ?? 'completed');
  protected readonly percent = signal(this.#before?.completionBasisPoints ? String(this.#before.completionBasisPoints / 100) : '');
  protected readonly justification = signal(this.#before?.justification ?? '');
  protected readonly gapsReason = signal(this.#before?.gapsReason ?? '');
  readonly #tried = signal(false);

  protected readonly claims = computed(() => this.kind() !== 'not-completed');
  readonly #request = computed((): DeclarationRequest => ({
    kind: this.kind(),
    completionBasisPoints: this.kind() === 'partially-completed' ? pointsOf(this.percent()) : null,
    justification: this.justification().trim(),
    gapsReason: this.claims() && this.gaps.length > 0 ? this.gapsReason().trim() : '',
  }));
  readonly #findings = computed((): readonly DeclarationFinding[] => {
    const { completionBasisPoints: points = null, gapsReason = '', ...said } = this.#request();
    const completion = points === null ? null : basisPoints(points);
    const facts = { isLastPeriod: this.question.isLastPeriod, accepted: false, hasGaps: this.gaps.length > 0 };
    const checked = checkDeclaration({ ...said, gapsReason, completion }, facts);
    return checked.ok ? [] : checked.reason;
  });

  /** What is wrong with a field, once the person has tried to save. */
  protected wrong(path: DeclarationFinding['path']): string | null {
    const finding = this.#tried() ? this.#findings().find((one) => one.path === path) : undefined;
    return finding ? WORDS[finding.code]() : null;
  }

  protected cancel(): void {
    this.#dialog.close();
  }

  protected save(): void {
    this.#tried.set(true);
    if (this.#findings().length === 0) this.#dialog.close(this.#request());
  }
}

/** Basis points of a percentage with at most two decimals; null when it is none. */
function pointsOf(percent: string): number | null {
  const plain = percent.trim().replace(',', '.').replace(/\s*%$/, '');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null;
  const points = Math.round(Number(plain) * 100);
  return points <= 10_000 ? points : null;
}
