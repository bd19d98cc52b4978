import '../../../shared/page-kit';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import type { BoardRulesView, QualityBoardView } from '@office/contracts';
import { BOARD_RULE_LIMITS, type ReviewerOrigin } from '@office/domain';
import { Conflict, type ConflictField } from '../../../shared/ui-conflict/conflict';
import { ConflictChoices } from '../../../shared/ui-conflict/conflict-choices';
import { DialogFoot } from '../../../shared/ui-dialog-foot/dialog-foot';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { currentOf, type WriteResult } from '../../../shared/util-http/project-api';
import { numberRules, originChoices, outOfRange, panelChoices, partChoices, type NumberRule, inquorateChoices } from '../data/rule-form';
import { ruleLines } from '../data/rule-words';

export interface RulesQuestion {
  readonly rules: BoardRulesView;
  readonly version: number;
  readonly save: (rules: BoardRulesView, version: number) => Promise<WriteResult<QualityBoardView>>;
}

/** The rules of the board. Rounds that are open keep those they were opened with. */
@Component({
  selector: 'office-rules-dialog',
  imports: [Conflict, ConflictChoices, DialogFoot, MatDialogActions, MatDialogContent, MatDialogTitle],
  templateUrl: './rules-dialog.html',
  styleUrl: './rules-dialog.scss',
})
export class RulesDialog {
  readonly #dialog = inject<MatDialogRef<RulesDialog, QualityBoardView>>(MatDialogRef);
  readonly #tried = signal(false);
  protected readonly question = inject<RulesQuestion>(MAT_DIALOG_DATA);
  protected readonly rules = signal(this.question.rules);
  protected readonly saving = signal(false);
  protected readonly problem = signal<ReadProblem | null>(null);

  protected readonly numbers = numberRules();
  protected readonly limits = BOARD_RULE_LIMITS;
  protected readonly panels = panelChoices();
  protected readonly origins = originChoices();
  protected readonly inquorate = inquorateChoices();
  protected readonly quorums = partChoices(this.question.rules.quorumBasisPoints);
  protected readonly majorities = partChoices(this.question.rules.majorityBasisPoints);
  protected readonly problemWords = problemWords;
  /** What somebody else saved meanwhile. */
  protected readonly theirs = computed(() => {
    const problem = this.problem();
    return problem ? (currentOf(problem) as QualityBoardView | undefined) : undefined;
  });
  protected readonly fields = computed<readonly ConflictField[]>(() => {
    const theirs = ruleLines(this.theirs()?.rules ?? this.rules());
    return ruleLines(this.rules()).map(({ label, words }, index) => ({ label, mine: words, theirs: theirs[index]?.words ?? '' }));
  });

  protected change(part: Partial<BoardRulesView>): void {
    this.rules.update((rules) => ({ ...rules, ...part }));
  }

  protected changeNumber(rule: NumberRule, value: number): void {
    this.change({ [rule]: value });
  }

  protected turn(origin: ReviewerOrigin, wanted: boolean): void {
    const others = this.rules().origins.filter((each) => each !== origin);
    this.change({ origins: wanted ? [...others, origin] : others });
  }

  protected wrong(rule: NumberRule): boolean {
    return this.#tried() && outOfRange(rule, this.rules());
  }

  protected async save(version = this.question.version): Promise<void> {
    this.#tried.set(true);
    if (this.saving() || this.numbers.some((rule) => outOfRange(rule.id, this.rules()))) return;
    this.saving.set(true);
    const result = await this.question.save(this.rules(), version);
    this.saving.set(false);
    this.problem.set(result.ok ? null : result.problem);
    if (result.ok) this.#dialog.close(result.value);
  }

  protected cancel(): void {
    this.#dialog.close();
  }

  protected keepTheirs(theirs: QualityBoardView): void {
    this.#dialog.close(theirs);
  }
}
