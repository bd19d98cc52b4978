import { Component, computed, input, output } from '@angular/core';
import type { BeneficiaryRef, CompletionPart, PartnerCompletion } from '@office/contracts';
import type { HoldUp } from '@office/domain';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { formatMoney } from '../../../shared/util-locale/format';
import { dateWords } from '../../../shared/util-time/words';

export interface ChosenPart {
  readonly part: CompletionPart;
  readonly beneficiary: BeneficiaryRef;
}

const HOLD_UP_WORDS: Readonly<Record<HoldUp, () => string>> = {
  late: () => $localize`:@@completion.late:Late: holds everybody up`,
  blocked: () => $localize`:@@completion.blocked:Blocked`,
  open: () => $localize`:@@completion.open:Open, in time`,
};

/** One row a partner: its share, what is open of its parts and why. A part opens with one tap. */
@Component({
  selector: 'office-completion-board',
  imports: [StatusChip],
  templateUrl: './completion-board.html',
  styleUrl: './completion-board.scss',
})
export class CompletionBoard {
  readonly partners = input.required<readonly PartnerCompletion[]>();
  readonly currency = input.required<string>();
  readonly chosen = output<ChosenPart>();

  protected readonly labels = {
    share: $localize`:@@completion.share:Share`,
    parts: $localize`:@@completion.parts:Parts`,
    standing: $localize`:@@completion.standing:Standing`,
  };
  protected readonly rows = computed(() =>
    this.partners().map((partner) => ({
      ...partner,
      share: formatMoney(partner.shareCents, this.currency()),
      standing: this.#standing(partner),
      parts: partner.parts.map((part) => ({ ...part, due: $localize`:@@completion.due:due ${dateWords(part.dueOn)}:date:` })),
    })),
  );

  #standing({ holdUp, parts, done }: PartnerCompletion): string {
    if (parts.length === 0) return $localize`:@@completion.noPart:No part of its own`;
    if (holdUp !== null) return HOLD_UP_WORDS[holdUp]();
    return $localize`:@@completion.done:Done: ${done}:done: of ${parts.length}:count:`;
  }
}
