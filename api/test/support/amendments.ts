import type { AmendmentView, DeliverableMark, PlanEditView, TaskView, WorkPlanView } from '@office/contracts';
import type { PlanChange } from '@office/domain';
import type { LightMyRequestResponse } from 'fastify';
import type { Member } from './project.js';

/** The answer's body, or a failure that shows it. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- says what the JSON is read as, like `json<T>()`
export function done<T>(answer: LightMyRequestResponse, status = 200): T {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode} instead of ${status}: ${answer.body}`);
  return answer.json<T>();
}

export const marksOf = (plan: WorkPlanView): DeliverableMark[] => plan.workPackages.flatMap(({ deliverables }) => deliverables);
export const tasksOf = (plan: WorkPlanView): TaskView[] => plan.workPackages.flatMap(({ tasks }) => tasks);

/** Steps of amendments over HTTP, as the project coordinator takes them. */
export function amendmentsOf(coordinator: Member) {
  const prepare = async (title: string, changes: readonly PlanChange[]): Promise<AmendmentView> =>
    done(await coordinator.request('amendments', { method: 'POST', payload: { title, justification: 'As agreed.', changes } }), 201);
  const take = (amendment: { id: string; version: number }, step: string, payload?: object): Promise<LightMyRequestResponse> =>
    coordinator.request(`amendments/${amendment.id}/${step}`, {
      method: 'POST',
      headers: { 'if-match': `"${amendment.version}"` },
      ...(payload && { payload }),
    });
  /** Prepares it and takes it through the consortium and the informal check to EACEA. */
  const submitted = async (title: string, changes: readonly PlanChange[], on: string): Promise<AmendmentView> => {
    const draft = await prepare(title, changes);
    const approved = done<AmendmentView>(
      await take(draft, 'consortium-approval', { on, reference: 'Steering committee, minutes 7, item 3' }),
    );
    const checked = done<AmendmentView>(await take(approved, 'informal-check', { on, note: 'No objection.' }));
    return done<AmendmentView>(await take(checked, 'submission', { on }));
  };
  const edit = async (): Promise<PlanEditView> => done(await coordinator.request('plan-changes'));
  const change = async (changes: readonly PlanChange[], note = 'Agreed with the project officer.'): Promise<LightMyRequestResponse> =>
    coordinator.request('plan-changes', {
      method: 'POST',
      headers: { 'if-match': `"${(await edit()).version}"` },
      payload: { changes, note },
    });
  return { prepare, take, submitted, edit, change };
}
