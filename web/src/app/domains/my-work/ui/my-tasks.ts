import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { MyTask } from '@office/contracts';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { Icon } from '../../../shared/ui-icon/icon';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { dateWords, daysLeftWords } from '../../../shared/util-time/words';

const FIRST = 6;

/** The own parts of tasks, the most urgent first; one tap opens the part. What is done or far ahead folds away. */
@Component({
  selector: 'office-my-tasks',
  imports: [EmptyState, Icon, StatusChip],
  templateUrl: './my-tasks.html',
  styleUrl: './my-tasks.scss',
})
export class MyTasks {
  readonly #clock = inject(OfficeClock);

  readonly items = input.required<readonly MyTask[]>();
  readonly open = output<MyTask>();

  protected readonly all = signal(false);
  protected readonly lines = computed(() => {
    const shown = this.all() ? this.items() : this.items().slice(0, FIRST);
    return shown.map((item) => ({ ...item, when: this.#when(item) }));
  });
  protected readonly folded = computed(() => (this.all() ? 0 : Math.max(0, this.items().length - FIRST)));

  #when({ timeliness, startsOn, dueOn }: MyTask): string {
    if (timeliness === 'done') return $localize`:@@myTasks.ended:ends ${dateWords(dueOn)}:date:`;
    if (timeliness === 'planned') return $localize`:@@myTasks.starts:starts ${dateWords(startsOn)}:date:`;
    return $localize`:@@myTasks.due:due ${dateWords(dueOn)}:date:, ${daysLeftWords(this.#clock.today(), dueOn)}:distance:`;
  }
}
