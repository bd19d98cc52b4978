import { inject, Injectable, type Type } from '@angular/core';
import type { SavedView, SavedViewRequest } from '@office/contracts';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';
import { ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { Toasts } from '../../../shared/util-toast/toasts';
import { keptOf } from '../data/list-filter';
import { ListStore } from './list-store';
import type { ViewQuestion } from './view-dialog';

/** What a person does with the views of the list. */
@Injectable()
export class ViewsStore {
  readonly #api = inject(ProjectApi);
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly #list = inject(ListStore);

  /** Asks for a name and keeps what is shown under it. */
  save(): Promise<void> {
    const filter = keptOf(this.#list.filter());
    return this.#ask({
      view: null,
      others: this.#list.views(),
      save: (name, standard) =>
        this.#write(this.#api.post(['saved-views'], { body: { name, standard, filter } satisfies SavedViewRequest })),
    });
  }

  rename(view: SavedView): Promise<void> {
    return this.#ask({
      view,
      others: this.#list.views().filter(({ id }) => id !== view.id),
      save: (name, standard) => this.#change(view, { name, standard }),
    });
  }

  /** Whether the list opens with the view. */
  async makeStandard(view: SavedView, standard: boolean): Promise<void> {
    this.#tell(
      await this.#change(view, { standard }),
      standard
        ? $localize`:@@views.standardDone:The list opens with “${view.name}:name:” from now on`
        : $localize`:@@views.wholeDone:The list opens with all deliverables from now on`,
    );
  }

  async remove(view: SavedView): Promise<void> {
    const sure = await this.#dialogs.confirm({
      title: $localize`:@@views.removeTitle:Delete the view “${view.name}:name:”?`,
      text: $localize`:@@views.removeText:Only the view goes; the deliverables stay as they are.`,
      action: $localize`:@@views.removeAction:Delete the view`,
    });
    if (!sure) return;
    const gone = this.#write(this.#api.delete(['saved-views', view.id], { version: view.version }));
    this.#tell(await gone, $localize`:@@views.removed:The view “${view.name}:name:” is deleted`);
  }

  #change(view: SavedView, part: Partial<SavedViewRequest>): Promise<ReadProblem | null> {
    const { name, filter, standard, version } = view;
    const body: SavedViewRequest = { name, filter, standard, ...part };
    return this.#write(this.#api.put(['saved-views', view.id], { body, version }));
  }

  async #write(sent: Promise<WriteResult<SavedView[]>>): Promise<ReadProblem | null> {
    const result = await sent;
    if (result.ok) this.#list.keep(result.value);
    // Changed or deleted in another window of the same person: what is kept now is shown.
    else if ([404, 412].includes(result.problem.status)) this.#list.page.reload();
    return result.ok ? null : result.problem;
  }

  async #ask(question: ViewQuestion): Promise<void> {
    const load = async (): Promise<Type<unknown>> => (await import('./view-dialog')).ViewDialog;
    await this.#dialogs.open(load, question, { width: '420px' });
  }

  #tell(problem: ReadProblem | null, words: string): void {
    if (problem) this.#toasts.show(problemWords(problem), 'problem');
    else this.#toasts.show(words);
  }
}
