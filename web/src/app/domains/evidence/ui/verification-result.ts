import { Component, computed, input } from '@angular/core';
import type { VerificationView } from '@office/contracts';
import { Icon } from '../../../shared/ui-icon/icon';
import { plural } from '../../../shared/util-locale/format';
import { Time } from '../../../shared/ui-time/time';
import { faultWords, placeWords } from '../data/evidence-words';

/** What a verification found: one sentence, and each finding with its place. */
@Component({
  selector: 'office-verification-result',
  imports: [Icon, Time],
  templateUrl: './verification-result.html',
  styleUrl: './verification-result.scss',
})
export class VerificationResult {
  readonly result = input.required<VerificationView>();

  protected readonly findings = computed(() =>
    this.result().findings.map((finding) => ({ ...finding, words: faultWords(finding), place: placeWords(finding) })),
  );
  protected readonly verdict = computed(() => {
    const { findings, more } = this.result();
    const count = findings.length + more;
    return count === 0
      ? $localize`:@@evidence.intact:Nothing was altered, removed or reordered.`
      : plural(count, {
          one: $localize`:@@evidence.findingOne:1 thing is not as it was recorded.`,
          other: $localize`:@@evidence.findings:${count}:count: things are not as they were recorded.`,
        });
  });
  protected readonly facts = computed(() => {
    const { head, sealedTo, files } = this.result();
    const entries = head?.seq ?? 0;
    return [
      $localize`:@@evidence.entriesRead:${entries}:entries: entries compared with their rows`,
      sealedTo === 0
        ? $localize`:@@evidence.unsealed:no seal vouches for them yet`
        : $localize`:@@evidence.sealedTo:a seal vouches for the first ${sealedTo}:sealedTo:`,
      files === null ? $localize`:@@evidence.filesUnread:files were not read` : $localize`:@@evidence.filesRead:${files}:files: files read`,
    ].join(' · ');
  });
}
