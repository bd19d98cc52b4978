import { Component, computed, input } from '@angular/core';
import type { WorkStatusView } from '@office/contracts';
import type { WorkStatus } from '@office/domain';
import { Person } from '../../../../shared/ui-person/person';
import { StatusChip } from '../../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../../shared/ui-time/time';

/** What somebody saved after the dialog was opened, beside what the person wrote. */
@Component({
  selector: 'office-status-conflict',
  imports: [Person, StatusChip, Time],
  template: `
    <p role="alert" class="intro" i18n="@@conflict.intro">
      Somebody changed this after you opened it. Nothing of yours is lost; choose what counts.
    </p>
    <div class="both">
      @for (side of sides(); track side.id) {
        <section [attr.aria-labelledby]="side.id">
          <h3 [id]="side.id">{{ side.heading }}</h3>
          @if (side.theirs) {
            <p class="muted">
              <office-person [person]="theirs().updatedBy" />
              @if (theirs().updatedAt; as at) {
                <office-time [at]="at" ago />
              }
            </p>
          } @else {
            <p class="muted" i18n="@@conflict.notSaved">not saved yet</p>
          }
          <p>
            <office-status-chip [work]="side.status.state" /> <b>{{ side.status.progress }}%</b>
          </p>
          <blockquote>{{ side.status.narrative || none }}</blockquote>
        </section>
      }
    </div>
  `,
  styleUrl: './status-conflict.scss',
})
export class StatusConflict {
  readonly theirs = input.required<WorkStatusView>();
  readonly mine = input.required<WorkStatus>();
  protected readonly none = $localize`:@@conflict.noText:No text.`;
  protected readonly sides = computed(() => [
    { id: 'conflict-theirs', heading: $localize`:@@conflict.theirs:Saved now`, theirs: true, status: this.theirs() },
    { id: 'conflict-mine', heading: $localize`:@@conflict.mine:Yours`, theirs: false, status: this.mine() },
  ]);
}
