import { computed, inject, Injectable, linkedSignal, resource, signal } from '@angular/core';
import type { AmendmentRequest, AmendmentsView, AmendmentView, ClassificationView, PlanEditView } from '@office/contracts';
import type { Permission, PlanChange } from '@office/domain';
import { pageResource } from '../../../../shared/util-http/page-resource';
import type { ReadProblem } from '../../../../shared/util-http/problem';
import { ProjectApi, type WriteResult } from '../../../../shared/util-http/project-api';
import { SessionStore } from '../../../../shared/util-session/session-store';
import { changeOf, isMoved, type Move } from '../../data/bar-move';

/** Asks what an intended change needs, and then applies it or puts it into a draft amendment. */
@Injectable()
export class ChangeStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);

  readonly move = signal<Move | null>(null);
  readonly #change = computed(() => {
    const move = this.move();
    return move !== null && isMoved(move) ? changeOf(move) : undefined;
  });
  readonly #answer = resource({
    params: () => this.#change(),
    loader: ({ params }) => this.#api.post<ClassificationView>(['plan-changes', 'classification'], { body: { changes: [params] } }),
  });

  readonly classification = computed(() => {
    const answer = this.#answer.hasValue() ? this.#answer.value() : undefined;
    return answer?.ok ? answer.value : undefined;
  });
  readonly #refusal = computed(() => {
    const answer = this.#answer.hasValue() ? this.#answer.value() : undefined;
    return answer && !answer.ok ? answer.problem : undefined;
  });
  readonly #writeProblem = signal<ReadProblem | undefined>(undefined);
  readonly problem = computed(() => this.#writeProblem() ?? this.#refusal());
  readonly moved = computed(() => this.#change() !== undefined);
  /** Whether the answer is still on its way. */
  readonly asking = this.#answer.isLoading;
  readonly saving = signal(false);

  readonly amendments = pageResource<AmendmentsView>(() => this.#api.url('amendments'), { still: true });
  readonly drafts = computed(() => this.amendments.data()?.items.filter(({ state }) => state === 'draft') ?? []);
  /** Id of the draft that takes the change; null begins a new one. */
  readonly draftId = linkedSignal<string | null>(() => this.drafts().at(0)?.id ?? null);
  readonly #draft = pageResource<AmendmentView>(
    () => {
      const id = this.draftId();
      return id === null ? undefined : this.#api.url('amendments', id);
    },
    { still: true },
  );
  readonly ready = computed(() => this.amendments.data() !== undefined && (this.draftId() === null || this.#draft.data() !== undefined));
  readonly locked = computed(() => this.amendments.data()?.agreement.locked ?? true);
  readonly impossible = computed(() => this.classification()?.findings.some(({ level }) => level === 'error') ?? false);

  /** Why the person may not do what the change needs; null when she may. */
  readonly reason = computed(() => {
    const permission: Permission = this.classification()?.class === 'amendment' ? 'amendment.prepare' : 'plan.edit';
    return this.#session.why(permission, { leadBeneficiaryId: this.#session.beneficiary()?.id ?? '' });
  });

  retry(): void {
    this.#answer.reload();
  }

  /** Writes a change that is free. */
  async apply(note: string): Promise<boolean> {
    const version = this.amendments.data()?.agreement.version ?? 0;
    const send = (change: PlanChange) => this.#api.post<PlanEditView>(['plan-changes'], { body: { changes: [change], note }, version });
    return (await this.#write(send)) !== undefined;
  }

  /**
   * Puts the change behind those of the chosen draft, or begins an amendment of that title with it.
   *
   * @returns the amendment, or undefined when it was refused
   */
  async add(newTitle: string): Promise<AmendmentView | undefined> {
    if (this.draftId() === null) return this.#write((change) => this.#begin({ title: newTitle, justification: '', changes: [change] }));
    const draft = this.#draft.data();
    if (!draft) return undefined;
    const { id, title, justification, changes, version } = draft;
    return this.#write((change) => {
      const body: AmendmentRequest = { title, justification, changes: [...changes.map((one) => one.change), change] };
      return this.#api.put<AmendmentView>(['amendments', id, 'changes'], { body, version });
    });
  }

  #begin(body: AmendmentRequest): Promise<WriteResult<AmendmentView>> {
    return this.#api.post<AmendmentView>(['amendments'], { body });
  }

  async #write<T>(send: (change: PlanChange) => Promise<WriteResult<T>>): Promise<T | undefined> {
    const change = this.#change();
    if (change === undefined || this.saving()) return undefined;
    this.saving.set(true);
    const result = await send(change);
    this.saving.set(false);
    this.#writeProblem.set(result.ok ? undefined : result.problem);
    if (result.ok) return result.value;
    this.#askAgain();
    return undefined;
  }

  /** After a refusal: versions are read anew, so that a second try is about what is there now. */
  #askAgain(): void {
    this.amendments.reload();
    if (this.draftId() !== null) this.#draft.reload();
  }
}
