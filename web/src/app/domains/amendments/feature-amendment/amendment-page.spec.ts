import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AmendmentView, Me } from '@office/contracts';
import type { PlanChange } from '@office/domain';
import { aMe, aMembership, anAgreement, anAmendment, aPlanTask, aProblem, idOf, planId } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { AmendmentPage } from './amendment-page';
import type { StepQuestion } from './step-dialog';

const project = idOf('project', 1);
const coordinator = aMe({ projects: [aMembership({ roles: ['project-coordinator'] })] });
const CHANGES: PlanChange[] = [
  { kind: 'project.duration', durationMonths: 54 },
  { kind: 'deliverable.due', id: planId('D2.2'), dueMonth: 12 },
  { kind: 'task.add', row: aPlanTask({ id: idOf('task', 99), number: 'T2.4', title: 'Closing seminar', startMonth: 11, endMonth: 12 }) },
];
const draft = anAmendment(CHANGES);

describe('page of an amendment', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let asked: unknown[];

  beforeEach(() => {
    asked = [];
    const answer = (question: unknown): Promise<boolean> => {
      asked.push(question);
      return Promise.resolve(true);
    };
    api = surroundings([
      provideRouter([{ path: 'p/:projectId/amendments/:amendmentId', component: AmendmentPage }], withComponentInputBinding()),
      { provide: Dialogs, useValue: { confirm: answer, open: (_: unknown, question: unknown) => answer(question) } },
    ]);
  });

  const page = (): HTMLElement => harness.routeNativeElement!;
  const text = (): string => page().textContent.replace(/\s+/g, ' ');
  const button = (name: string): HTMLButtonElement | undefined =>
    [...page().querySelectorAll('button')].find((element) => element.textContent.trim().startsWith(name));
  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const address = (path = ''): string => `/api/projects/${project}/amendments/${draft.id}${path}`;

  async function open(view: AmendmentView, me: Me = coordinator): Promise<void> {
    await signIn(me);
    harness = await RouterTestingHarness.create(`/p/${project}/amendments/${view.id}`);
    TestBed.tick();
    api.expectOne(address()).flush(view);
    await settled();
  }

  async function click(name: string): Promise<void> {
    button(name)!.click();
    await settled();
  }

  async function sent(method: string, path: string): Promise<TestRequest> {
    await settled();
    return api.expectOne({ method, url: address(path) });
  }

  it('says every change in a sentence with what it needs, and shows both sides of what differs', async () => {
    await open(draft);
    expect(text()).toContain('The project lasts 54 months, until 30 Jun 2028');
    expect(text()).toContain('AT25, another duration');
    expect(text()).toContain('New: T2.4 Closing seminar');
    const rows = [...page().querySelectorAll('office-difference-list tr')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(rows).toContain('Due monthM10 · 31 Oct 2024M12 · 31 Dec 2024');
    expect(rows.some((row) => row.startsWith('Added T2.4 Closing seminar'))).toBe(true);
  });

  it('says of an accepted one what each change went by, against the agreement before it', async () => {
    const free: PlanChange = { kind: 'deliverable.reorder', id: planId('D2.2'), position: 0 };
    await open(anAmendment([...CHANGES, free], { state: 'accepted', label: '1' }));
    const notes = [...page().querySelectorAll('office-class-note')].map((note) => note.textContent.replace(/\s+/g, ' ').trim());
    expect(notes.at(0)).toBe('AT25, another duration');
    expect(notes.at(-1)).toBe('Would not have needed an amendment');
    expect(page().querySelector('office-difference-list thead')?.textContent).toContain('Agreement before it');
  });

  it('offers the coordinator the step that comes next', async () => {
    await open(draft);
    await click("Record the consortium's approval");
    expect((asked[0] as StepQuestion).action).toBe('approve');
  });

  it('offers nothing to a partner', async () => {
    await open(draft, aMe());
    for (const name of ['Record', 'Withdraw', 'Add a change', 'Edit']) expect(button(name)).toBeUndefined();
  });

  it('takes a step with the version that was seen, and shows what is there when somebody was faster', async () => {
    await open(draft);
    await click("Record the consortium's approval");
    const body = { on: '2024-09-14', reference: 'Minutes, item 4' };
    const taken = (asked[0] as StepQuestion).save(body);
    const request = await sent('POST', '/consortium-approval');
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    expect(request.request.body).toEqual(body);
    const current = anAmendment(CHANGES, { title: 'Seven months more', version: 2 });
    request.flush(aProblem({ status: 412, code: 'precondition-failed', current }), { status: 412, statusText: 'x' });
    expect((await taken)?.code).toBe('precondition-failed');
    await settled();
    expect(text()).toContain('Seven months more');
  });

  it('says why a step cannot be taken, and the way out when the plan has moved on', async () => {
    await open(anAmendment(CHANGES, { stale: true, agreement: anAgreement({ agreed: 1, inForce: 1 }) }));
    expect(text()).toContain('Another amendment was accepted since this one was prepared.');
    await click('Prepare it anew');
    const request = await sent('PUT', '/changes');
    expect(request.request.body).toEqual({ title: draft.title, justification: draft.justification, changes: CHANGES });
    request.flush(anAmendment(CHANGES, { preparedOn: 1, version: 2 }));
    await settled();
    expect(text()).not.toContain('The plan has moved on.');
  });

  it('blocks the approval of changes with errors and names them', async () => {
    await open(anAmendment([{ kind: 'deliverable.due', id: planId('D2.2'), dueMonth: 60 }]));
    expect(text()).toContain('Error: D2.2 in M60 lies outside of the project (M1–M48).');
    expect(button("Record the consortium's approval")?.getAttribute('aria-disabled')).toBe('true');
  });

  it('asks for the justification before the consortium approves', async () => {
    await open(anAmendment(CHANGES, { justification: ' ' }));
    const approve = button("Record the consortium's approval");
    expect(approve?.getAttribute('aria-disabled')).toBe('true');
    expect(text()).toContain('It does not say yet why it is needed.');
  });

  it('takes one change out and keeps the others', async () => {
    await open(draft);
    await click('Take out');
    const request = await sent('PUT', '/changes');
    expect((request.request.body as { changes: unknown }).changes).toEqual(CHANGES.slice(1));
  });

  it('has the frame told how long the project lasts once it is in force', async () => {
    await open(anAmendment(CHANGES, { state: 'submitted', submittedOn: '2024-09-02', actions: ['accept'] }));
    button('Record the acceptance')!.click();
    await settled();
    const { save } = asked.at(-1) as StepQuestion;
    const saved = save({ on: '2024-09-12', effectiveOn: '2024-09-15' });
    api
      .expectOne(address('/acceptance'))
      .flush(anAmendment(CHANGES, { state: 'accepted', agreement: anAgreement({ agreed: 1, inForce: 1 }) }));
    await saved;
    api.expectOne('/api/me').flush(aMe());
  });
});
