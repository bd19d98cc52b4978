import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TodoItem } from '@office/contracts';
import { EmptyState } from '../../../shared/ui-empty-state/empty-state';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { bothTimes, dateWords, daysLeftWords } from '../../../shared/util-time/words';
import type { TodoWords } from '../data/todo-words';

export type TodoLine = TodoItem & { readonly words: TodoWords; readonly task: string };

/** What the person can do next, in due order; tasks are reported on in place, deliverables on their page. */
@Component({
  selector: 'office-todo-list',
  imports: [EmptyState, RouterLink, StatusChip],
  templateUrl: './todo-list.html',
  styleUrl: './todo-list.scss',
})
export class TodoList {
  readonly #clock = inject(OfficeClock);

  readonly items = input.required<readonly TodoLine[]>();
  readonly projectId = input.required<string>();
  readonly report = output<TodoItem & { taskId: string }>();
  readonly reportMilestone = output<string>();

  protected readonly lines = computed(() =>
    this.items().map((item) => ({
      ...item,
      when: daysLeftWords(this.#clock.today(), item.dueOn),
      on: dateWords(item.dueOn, false),
      until: item.dueAt === null ? '' : this.#until(item.dueAt),
    })),
  );

  protected reportOn(item: TodoItem): void {
    if (item.taskId !== null) this.report.emit({ ...item, taskId: item.taskId });
    else if (item.milestoneId !== null) this.reportMilestone.emit(item.milestoneId);
  }

  #until(at: string): string {
    const times = bothTimes(at, this.#clock.deadlineZone(), this.#clock.personZone());
    return $localize`:@@todo.until:until ${times}:times:`;
  }
}
