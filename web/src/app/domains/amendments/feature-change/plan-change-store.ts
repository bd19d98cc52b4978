import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { PlanEditView } from '@office/contracts';
import type { Plan, PlanChange, PlanChangeKind } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { pageResource } from '../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { findingWords } from '../../../shared/util-plan-changes/finding-words';
import { assess, indexOfChange, planWithout } from '../data/assessment';
import { changeSentence } from '../data/change-sentence';
import { formGroups, type ChangeForm } from '../data/change-forms';
import {
  builtChange,
  fieldOf,
  rowById,
  rowsOf,
  startValues,
  valuesOf,
  withNumber,
  type FormValue,
  type FormValues,
} from '../data/change-values';
import { fieldErrorWords } from '../data/field-error-words';
import { namesOfPlan } from '../data/names';
import type { ChangeTask } from './change-task';

interface ValueSource {
  readonly form: ChangeForm | null;
  readonly rowId: string;
  readonly plan: Plan | null;
}

/** A change while it is typed: judged at every key by the functions that the API asks. */
@Injectable()
export class PlanChangeStore {
  readonly #api = inject(ProjectApi);
  readonly #task = signal<ChangeTask | null>(null);
  readonly #newId = uuid();

  readonly page = pageResource<PlanEditView>(() => this.#api.url('plan-changes'));
  readonly #edit = this.page.data;
  readonly groups = formGroups();
  readonly #original = computed(() => this.#task()?.original ?? null);

  /** The other changes of the draft around this one; where it stands among them. */
  readonly #index = computed(() => {
    const [changes, original] = [this.#task()?.changes() ?? [], this.#original()];
    const at = original === null ? -1 : indexOfChange(changes, original);
    return at < 0 ? changes.length : at;
  });
  /** The plan as the other changes leave it: what the form starts from. */
  readonly plan = computed(() => {
    const edit = this.#edit();
    return edit ? planWithout(edit, this.#task()?.changes() ?? [], this.#index()) : null;
  });
  readonly beneficiaries = computed(() => this.#edit()?.beneficiaries ?? []);
  readonly locked = computed(() => this.#edit()?.agreement.locked ?? true);

  readonly kind = linkedSignal<PlanChangeKind | ''>(() => this.#original()?.kind ?? '');
  readonly form = computed<ChangeForm | null>(
    () => this.groups.flatMap(({ forms }) => forms).find(({ kind }) => kind === this.kind()) ?? null,
  );
  readonly rows = computed(() => {
    const [form, plan] = [this.form(), this.plan()];
    return form?.ofRow === true && plan && form.subject !== 'project' ? rowsOf(plan, form.subject) : [];
  });
  /** The row that is chosen; another kind of row begins anew, another change of the same row does not. */
  readonly rowId = linkedSignal<readonly { readonly id: string }[], string>({
    source: this.rows,
    computation: (rows, previous) => {
      const original = this.#original();
      const known = previous?.value ?? (original !== null && 'id' in original ? original.id : '');
      return rows.some(({ id }) => id === known) ? known : '';
    },
  });
  readonly ready = computed(() => {
    const form = this.form();
    return form !== null && (!form.ofRow || this.rowId() !== '');
  });

  /** What is typed stays when the plan is read again; another kind or another row begins anew. */
  readonly values = linkedSignal<ValueSource, FormValues>({
    source: () => ({ form: this.form(), rowId: this.rowId(), plan: this.plan() }),
    computation: ({ form, rowId, plan }, previous) => {
      if (!form || !plan) return {};
      const before = previous?.source;
      if (before?.plan && before.form === form && before.rowId === rowId) return previous?.value ?? {};
      const original = this.#original();
      const isOriginal = original?.kind === form.kind && (!form.ofRow || ('id' in original && original.id === rowId));
      return isOriginal ? valuesOf(original, form, plan) : startValues(form, plan, rowById(plan, rowId));
    },
  });
  readonly #built = computed(() => {
    const [form, plan, original] = [this.form(), this.plan(), this.#original()];
    if (!form || !plan || !this.ready()) return null;
    const newId = original && 'row' in original ? original.row.id : original?.kind === 'task.split' ? original.newId : this.#newId;
    return builtChange({ form, plan, values: this.values(), rowId: this.rowId(), newId });
  });
  readonly change = computed(() => this.#built()?.change ?? null);

  readonly assessment = computed(() => {
    const [edit, change] = [this.#edit(), this.change()];
    if (!edit || !change) return null;
    const changes = [...(this.#task()?.changes() ?? [])];
    changes[this.#index()] = change;
    return assess(edit, changes, this.#index());
  });
  /** What is wrong with a field, in words, by its name. */
  readonly fieldErrors = computed<Readonly<Record<string, string>>>(() => {
    const unreadable = Object.entries(this.#built()?.errors ?? {}).map(([name, code]) => [name, fieldErrorWords(code)]);
    const own = `changes.${this.#index()}.`;
    const refused = (this.assessment()?.findings ?? [])
      .filter(({ path }) => path.startsWith(own))
      .map((finding) => [fieldOf(finding.path), findingWords(finding)]);
    return Object.fromEntries([...unreadable, ...refused]) as Record<string, string>;
  });
  readonly #names = computed(() => {
    const [edit, plan] = [this.#edit(), this.plan()];
    return edit && plan ? namesOfPlan(edit, plan) : null;
  });
  readonly sentence = computed(() => {
    const [change, names] = [this.change(), this.#names()];
    return change && names ? changeSentence(change, names) : '';
  });
  /** The changes that the draft holds at the server now, in words. */
  readonly theirs = computed(() => {
    const names = this.#names();
    return names ? (this.#task()?.changes() ?? []).map((change) => changeSentence(change, names)) : [];
  });
  readonly saving = signal(false);
  readonly problem = signal<ReadProblem | null>(null);

  open(task: ChangeTask): void {
    this.#task.set(task);
  }

  put(name: string, value: FormValue): void {
    const [form, plan] = [this.form(), this.plan()];
    if (form && plan) this.values.update((values) => withNumber(form, plan, values, { ...values, [name]: value }));
  }

  /** True when it was saved; everything typed is kept when it was not. */
  async save(change: PlanChange, note: string): Promise<boolean> {
    const task = this.#task();
    if (!task || this.saving()) return false;
    this.saving.set(true);
    const problem = await task.save(change, note);
    this.saving.set(false);
    this.problem.set(problem);
    if (problem && !problem.offline) this.page.reload();
    return problem === null;
  }
}
